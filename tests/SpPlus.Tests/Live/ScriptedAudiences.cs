using System.Threading.Channels;
using SpPlus.Contracts.Audience;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Experiences;

namespace SpPlus.Tests.Live;

/// <summary>Grains that answer as they are told to.</summary>
internal sealed class ScriptedAudiences : IExperienceAudiences
{
    private readonly Channel<Attendance> asked = Channel.CreateUnbounded<Attendance>();

    public Func<Attendance, Task<AudienceView?>> Answer { get; set; } = _ => Task.FromResult<AudienceView?>(At(3));

    public static AudienceView At(int sequence, params CommentView[] comments) => new()
    {
        Sequence = sequence, CommentCount = comments.Length, Comments = [.. comments], Presence = Presence.Nobody,
    };

    public async Task<Attendance> Asked() => await asked.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    public IAudienceObserver Observe(IAudienceObserver observer) => observer;

    public Task<AudienceView?> Attend(ExperienceId id, Attendance attendance)
    {
        asked.Writer.TryWrite(attendance);
        return Answer(attendance);
    }
}
