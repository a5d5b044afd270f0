using System.Collections.Immutable;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Moderation;
using SpPlus.Contracts.Structures;

namespace SpPlus.Web.Accounts;

/// <summary>What a signed-in person finds on arriving; the silo filters it by what the account may see.</summary>
internal sealed partial class Desk(IGrainFactory grains, ILogger<Desk> logger)
{
    private IDeskGrain Grain => grains.GetGrain<IDeskGrain>(0);

    /// <summary>Null when nobody is signed in or the subject has no enabled account.</summary>
    public Task<AccountView?> Account(Caller caller) => Grain.Account(caller);

    public async Task<IReadOnlyList<ColleagueView>> Colleagues(StructureId structure, Caller caller) =>
        await Grain.Colleagues(structure, caller) ?? [];

    public Task<InboxPage?> Inbox(InboxQuery query, Caller caller) => Grain.Inbox(query, caller);

    /// <summary>Null when the caller may not see the item.</summary>
    public Task<InboxPlace?> Place(InboxQuery query, ExperienceId experience, StructureId structure, Caller caller) =>
        Grain.Place(query, experience, structure, caller);

    public Task<ImmutableArray<SavedFilter>> SavedFilters(Caller caller) => Grain.SavedFilters(caller);

    public Task<SavedFilterAnswer> SaveFilter(string name, string query, Caller caller) => Grain.SaveFilter(name, query, caller);

    public Task<SavedFilterAnswer> RenameFilter(string name, string newName, Caller caller) => Grain.RenameFilter(name, newName, caller);

    public Task<SavedFilterAnswer> DeleteFilter(string name, Caller caller) => Grain.DeleteFilter(name, caller);

    public Task<ModerationQueue?> ModerationQueue(ModerationQueueQuery query, Caller caller) => Grain.ModerationQueue(query, caller);

    /// <summary>None for whoever does not moderate. Suggestions that cannot be made take no page down.</summary>
    public async Task<ImmutableArray<StructureSuggestion>> Suggestions(ExperienceId experience, Caller caller)
    {
        try
        {
            return await Grain.Suggestions(experience, caller);
        }
        catch (Exception exception)
        {
            LogNotSuggested(exception, experience.Value);
            return [];
        }
    }

    /// <summary>Null for whoever resolves no transfer.</summary>
    public Task<TransferQueue?> Transfers(TransferQuery query, Caller caller) => Grain.Transfers(query, caller);

    /// <summary>Null when the subject has no enabled account.</summary>
    public async Task<IReadOnlyList<NoticeView>?> Notices(Caller caller) => await Grain.Notices(caller) is { } notices ? notices : null;

    /// <summary>Null without an account.</summary>
    public Task<TellingView?> Telling(Caller caller) => Grain.Telling(caller);

    /// <summary>False without an account.</summary>
    public Task<bool> TellMe(Telling choice, string language, Caller caller) => Grain.TellMe(choice, language, caller);

    /// <summary>How far the caller had read it. A mark that cannot be kept takes no page down: all of it counts as read then.</summary>
    public async Task<int> Opened(ExperienceId experience, int sequence, Caller caller)
    {
        try
        {
            return await Grain.Opened(experience, sequence, caller);
        }
        catch (Exception exception)
        {
            LogNotMarked(exception, experience.Value);
            return sequence;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No structures could be suggested for experience {Experience}")]
    private partial void LogNotSuggested(Exception exception, string experience);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was read of experience {Experience} is not marked: it shows as new once more")]
    private partial void LogNotMarked(Exception exception, string experience);
}
