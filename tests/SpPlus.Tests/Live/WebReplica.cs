using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SpPlus.Contracts.Audience;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Experiences;
using SpPlus.Web.Live;
using SpPlus.Web.Reference;
using Xunit;

namespace SpPlus.Tests.Live;

/// <summary>A web process as far as it concerns open pages, on a clock of its own unless it is given one.</summary>
internal sealed class WebReplica : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public WebReplica(IExperienceAudiences audiences, TimeProvider? time = null)
    {
        var clock = time ?? Time;
        services = new ServiceCollection().AddLogging().AddLocalization()
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .AddSingleton(clock)
            .AddSingleton(new ReferenceCache(null!, clock, NullLogger<ReferenceCache>.Instance))
            .BuildServiceProvider();
        var fragments = new Fragments(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<ILoggerFactory>());
        Rooms = new(audiences, fragments, clock, NullLogger<LiveRooms>.Instance);
    }

    public FakeTimeProvider Time { get; } = new();

    public LiveRooms Rooms { get; }

    public static async Task<WebReplica> Start(IExperienceAudiences audiences, TimeProvider? time = null)
    {
        var replica = new WebReplica(audiences, time);
        await replica.Rooms.StartAsync(CancellationToken.None);
        return replica;
    }

    /// <summary>Opens a page; it is read from now on.</summary>
    public async Task<Reader> Opened(ExperienceId id, string subject, Position position = default, string language = "fr")
    {
        var reader = new Reader(subject, position, language);
        Rooms.Enter(id, reader.Page);
        Assert.True(await reader.Page.Admitted.WaitAsync(TimeSpan.FromSeconds(20)));
        return reader.Reads();
    }

    /// <summary>Three seconds pass.</summary>
    public void Turn() => Time.Advance(Attendance.Renewal);

    public async ValueTask DisposeAsync()
    {
        await Rooms.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }
}
