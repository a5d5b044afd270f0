using System.Collections.Immutable;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Moderation;
using SpPlus.Contracts.Structures;

namespace SpPlus.Web.Accounts;

/// <summary>What a signed-in person finds on arriving; the silo filters it by what the account may see.</summary>
internal sealed class Desk(IGrainFactory grains)
{
    private IDeskGrain Grain => grains.GetGrain<IDeskGrain>(0);

    /// <summary>Null when nobody is signed in or the subject has no enabled account.</summary>
    public Task<AccountView?> Account(Caller caller) => Grain.Account(caller);

    public async Task<IReadOnlyList<ColleagueView>> Colleagues(StructureId structure, Caller caller) =>
        await Grain.Colleagues(structure, caller) ?? [];

    public Task<InboxPage?> Inbox(InboxQuery query, Caller caller) => Grain.Inbox(query, caller);

    public Task<ImmutableArray<SavedFilter>> SavedFilters(Caller caller) => Grain.SavedFilters(caller);

    public Task<SavedFilterAnswer> SaveFilter(string name, string query, Caller caller) => Grain.SaveFilter(name, query, caller);

    public Task<SavedFilterAnswer> RenameFilter(string name, string newName, Caller caller) => Grain.RenameFilter(name, newName, caller);

    public Task<SavedFilterAnswer> DeleteFilter(string name, Caller caller) => Grain.DeleteFilter(name, caller);

    public Task<ModerationQueue?> ModerationQueue(ModerationQueueQuery query, Caller caller) => Grain.ModerationQueue(query, caller);
}
