using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences;

/// <summary>AUD-1: the part of a history that is asked for, each thing with what it changed.</summary>
internal static class HistoryPages
{
    public static int Limit(HistoryQuery query) => Math.Clamp(query.Limit, 1, 200);

    /// <summary>Comments are about no structure, and nothing else changes with them.</summary>
    public static bool WantsComments(HistoryQuery query) =>
        query.Structure is null && query.Group is (null or HistoryGroup.Comments);

    /// <summary>Of every fact but the comments, in order, and the newest comments: one more than the page holds when there is one.</summary>
    public static HistoryPage Page(
        HistoryQuery query, IReadOnlyList<Recorded> quiet, IReadOnlyList<Recorded> comments, Account reader, StructureTree structures)
    {
        var found = comments.Select(comment => (Fact: comment, Before: Experience.None, After: Experience.None)).ToList();
        var experience = Experience.None;
        foreach (var recorded in quiet.TakeWhile(r => r.Sequence < (query.Before ?? int.MaxValue)))
        {
            var next = Fold.Apply(experience, recorded);
            if (Matches(query, recorded.Fact) && History.MaySee(recorded.Fact, reader)) found.Add((recorded, experience, next));
            experience = next;
        }

        var page = found.OrderBy(f => f.Fact.Sequence).TakeLast(Limit(query)).ToArray();
        return new()
        {
            Entries = [.. page.Select(f => History.Entry(f.Fact, reader, structures) with { Changes = HistoryChanges.Between(f.Before, f.After, MayRead) })],
            Older = found.Count > page.Length ? page[0].Fact.Sequence : null,
        };

        bool MayRead(StructureId structure) => reader.IsSteward || Rights.ActsFor(reader, structure, structures);
    }

    private static bool Matches(HistoryQuery query, Fact fact) =>
        (query.Group is null || query.Group == GroupOf(fact))
        && (query.Structure is not { } structure || History.StructuresOf(fact).Contains(structure));

    private static HistoryGroup GroupOf(Fact fact) => fact switch
    {
        CommentAdded or StructuresMentioned or CommentMasked => HistoryGroup.Comments,
        ChannelsQualified or GeneralTagsQualified or BusinessTagsQualified or ImprovementsNoted => HistoryGroup.Qualification,
        StructureAttached or StructureDetached or StructureReplaced or StructureNotConcerned or TransferRequested or TransferAccepted
            or TransferRefused or TransferWithdrawn or TransferExpired => HistoryGroup.Attachment,
        ExperienceSubmitted or ExperiencePublished or ExperienceRejected or ExperienceUnpublished or ExperienceWithdrawn
            or AddressForgotten or AddressChanged or ErasureAsked or WordsErased or ExperienceReported or ReportsDismissed => HistoryGroup.Experience,
        _ => HistoryGroup.Responses,
    };
}
