using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Audience;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences.Decisions;

namespace SpPlus.Silo.Experiences;

/// <summary>COMM-2: see docs/adr/0013-live-pages-from-the-grains-memory.md.</summary>
internal sealed partial class ExperienceGrain
{
    private Audience? audience;

    private Audience Audience => audience ??= new(Id, accounts, time);

    public Task<AudienceView?> Attend(Attendance attendance) =>
        Task.FromResult(experience.Status is null ? null : Audience.Attend(attendance, experience, reference.Current.Structures));

    public Task<bool> Signal(Doing doing, StructureId? structure, Caller caller)
    {
        var structures = reference.Current.Structures;
        if (accounts.Find(caller.Subject) is not { } account || !Rights.Sees(account, experience, structures)) return Task.FromResult(false);
        if (structure is { } acting && !Rights.ActsFor(account, acting, structures)) return Task.FromResult(false);
        Audience.Signal(account, doing, structure, experience);
        return Task.FromResult(true);
    }

    /// <summary>After an append, for those who have it open; the caller of the command does not wait for it.</summary>
    private void TellAudience(Experience before) => audience?.Tell(before, experience);
}
