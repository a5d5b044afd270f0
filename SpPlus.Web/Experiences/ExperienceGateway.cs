using System.Collections.Immutable;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Audience;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Web.Experiences;

/// <summary>
/// The one way from a page to an experience. A command whose outcome is unknown is sent once more, with the same operation id:
/// what was recorded is not recorded twice.
/// </summary>
internal sealed partial class ExperienceGateway(ExperienceGrains grains, ILogger<ExperienceGateway> logger)
{
    public Task<CommandOutcome> Send(ExperienceId id, ExperienceCommand command, Caller caller)
    {
        var grain = grains.Of(id);
        return CommandOutcome.OfTwo(
            () => grain.Execute(command, caller),
            exception => LogUnknown(exception, command.GetType().Name, command.OperationId),
            exception => LogStillUnknown(exception, command.GetType().Name, command.OperationId));
    }

    /// <summary>Null when nobody knows whether it is kept: the next keystroke keeps it again.</summary>
    public Task<Refusal?> Keep(ExperienceId id, KeepText text, Caller caller) => Keep(id, grain => grain.Keep(text, caller));

    public Task<Refusal?> LetGo(ExperienceId id, StructureId structure, Caller caller) => Keep(id, grain => grain.LetGo(structure, caller));

    private async Task<Refusal?> Keep(ExperienceId id, Func<IExperienceGrain, Task<Refusal>> ask)
    {
        try
        {
            return await ask(grains.Of(id));
        }
        catch (Exception exception)
        {
            LogNotKept(exception, id.Value);
            return null;
        }
    }

    /// <summary>Null for "does not exist, or not for you": one answer for both (RIGHT-2).</summary>
    public Task<ExperienceView?> View(ExperienceId id, Caller caller) => grains.Of(id).View(caller);

    public Task<ImmutableArray<CommentView>?> Comments(ExperienceId id, int before, Caller caller) => grains.Of(id).Comments(before, caller);

    public Task<TrackingView?> Track(ExperienceId id, Caller caller) => grains.Of(id).Track(caller);

    public async Task<IReadOnlyList<HistoryEntry>?> History(ExperienceId id, Caller caller) =>
        await grains.Of(id).History(caller) is { } entries ? entries : null;

    /// <summary>What the caller does just now; false for whoever may not see it.</summary>
    public Task<bool> Signal(ExperienceId id, Doing doing, StructureId? structure, Caller caller) => grains.Of(id).Signal(doing, structure, caller);

    public Task<HistoryPage?> HistoryPage(ExperienceId id, HistoryQuery query, Caller caller) => grains.Of(id).HistoryPage(query, caller);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Experience {Experience}: a text that is being typed may not be kept")]
    private partial void LogNotKept(Exception exception, string experience);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Command} {Operation}: no answer; sent once more")]
    private partial void LogUnknown(Exception exception, string command, Guid operation);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Command} {Operation}: outcome unknown")]
    private partial void LogStillUnknown(Exception exception, string command, Guid operation);
}
