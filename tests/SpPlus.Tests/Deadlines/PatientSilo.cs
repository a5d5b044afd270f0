using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpPlus.Contracts.Accounts;
using SpPlus.Silo.Deadlines;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Deadlines;

/// <summary>A silo whose publications may be taken back for ten minutes, and whose clock the test sets.</summary>
public sealed class PatientSilo : IAsyncLifetime
{
    internal AdjustableClock Clock { get; } = new();

    public SiloUnderTest Silo { get; private set; } = null!;

    public Caller Moderator { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Silo = await SiloUnderTest.Start(configure: builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("Deadlines:UndoWindow", "00:10:00"), new("Deadlines:Interval", "00:01:00")]);
            builder.Services.AddSingleton<TimeProvider>(Clock);
        });
        Moderator = await Silo.Account(Profile.Moderator, "ditp", "Théo M.");
    }

    public async Task DisposeAsync() => await Silo.DisposeAsync();

    /// <summary>As after so much time, everything projected and settled.</summary>
    public async Task After(TimeSpan time)
    {
        Clock.Advance(time);
        await Silo.Projected();
        await Silo.Services.GetRequiredService<DeadlineWatch>().SettleDue(CancellationToken.None);
        await Silo.Projected();
    }
}
