using System.Collections.Immutable;
using Orleans.Concurrency;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Moderation;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Accounts;

/// <summary>What a signed-in person finds on arriving: lists are filtered by what the account may see, in the silo (RIGHT-4). Key: 0.</summary>
[Alias("spplus.desk-grain")]
public interface IDeskGrain : IGrainWithIntegerKey
{
    /// <summary>Null when the subject has no enabled account: it reaches nothing.</summary>
    [ReadOnly, Alias("account")]
    Task<AccountView?> Account(Caller caller);

    /// <summary>Those who may write the structure's response, by name; null unless the caller is one of them.</summary>
    [ReadOnly, Alias("colleagues")]
    Task<ImmutableArray<ColleagueView>?> Colleagues(StructureId structure, Caller caller);

    /// <summary>Experiences that concern the caller's structure or its descendants; for the DITP, all. Null without an account.</summary>
    [ReadOnly, Alias("inbox")]
    Task<InboxPage?> Inbox(InboxQuery query, Caller caller);

    /// <summary>Where the structure's item stands in that list. Null when the caller may not see it.</summary>
    [ReadOnly, Alias("inbox-place")]
    Task<InboxPlace?> Place(InboxQuery query, ExperienceId experience, StructureId structure, Caller caller);

    /// <summary>The caller's own, by name; none without an account.</summary>
    [ReadOnly, Alias("saved-filters")]
    Task<ImmutableArray<SavedFilter>> SavedFilters(Caller caller);

    /// <summary>Keeps the query under the name; again under the same name, in its place.</summary>
    [Alias("save-filter")]
    Task<SavedFilterAnswer> SaveFilter(string name, string query, Caller caller);

    [Alias("rename-filter")]
    Task<SavedFilterAnswer> RenameFilter(string name, string newName, Caller caller);

    [Alias("delete-filter")]
    Task<SavedFilterAnswer> DeleteFilter(string name, Caller caller);

    /// <summary>Experiences to moderate, oldest first; null for whoever does not moderate.</summary>
    [ReadOnly, Alias("moderation-queue")]
    Task<ModerationQueue?> ModerationQueue(ModerationQueueQuery query, Caller caller);

    /// <summary>
    /// Structures that the experience may concern, the best first, with the reasons (ROUTE-1); none for whoever does not moderate, and
    /// where the text cannot be read.
    /// </summary>
    [ReadOnly, Alias("suggestions")]
    Task<ImmutableArray<StructureSuggestion>> Suggestions(ExperienceId experience, Caller caller);

    /// <summary>
    /// The caller has read an experience up to there; answers how far it was read before. Asked again it changes nothing. What is
    /// read is the caller's to say: it opens nothing.
    /// </summary>
    [Alias("opened")]
    Task<int> Opened(ExperienceId experience, int sequence, Caller caller);

    /// <summary>
    /// What the account's structure was told in the last thirty days, newest first, fifty at most; null without an account. What
    /// has left the structure counts as read then.
    /// </summary>
    [Alias("notices")]
    Task<ImmutableArray<NoticeView>?> Notices(Caller caller);

    /// <summary>Null without an account.</summary>
    [ReadOnly, Alias("telling")]
    Task<TellingView?> Telling(Caller caller);

    /// <summary>False without an account. What happened before is not told any more.</summary>
    [Alias("tell-me")]
    Task<bool> TellMe(Telling choice, string language, Caller caller);

    /// <summary>
    /// Requests whose approver is the caller's structure or below it, and those of its structures; for the DITP, all. Null for
    /// whoever resolves none.
    /// </summary>
    [ReadOnly, Alias("transfers")]
    Task<TransferQueue?> Transfers(TransferQuery query, Caller caller);
}
