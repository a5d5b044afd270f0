using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Accounts;

[GenerateSerializer, Immutable, Alias("spplus.inbox-query.v1")]
public sealed record InboxQuery
{
    /// <summary>Null: every status, unless <see cref="Waiting"/> says otherwise.</summary>
    [Id(0)] public ResponseStatus? Status { get; init; }

    /// <summary>Null: the account's own structure. Outside of it: nothing is found.</summary>
    [Id(1)] public StructureId? Structure { get; init; }
    [Id(2)] public bool WithDescendants { get; init; } = true;

    /// <summary>The page after this item: <see cref="InboxPage.Next"/> of the page before.</summary>
    [Id(3)] public string? After { get; init; }

    /// <summary>1 to 100.</summary>
    [Id(4)] public int Limit { get; init; } = 25;

    /// <summary>Only what is still to answer: to do, begun or to be validated.</summary>
    [Id(5)] public bool Waiting { get; init; }
    [Id(6)] public InboxAge? Age { get; init; }
    [Id(7)] public string? Channel { get; init; }

    /// <summary>Empty: any.</summary>
    [Id(8)] public ImmutableArray<Feeling> Feelings { get; init; } = [];
    [Id(9)] public string? GeneralTag { get; init; }
    [Id(10)] public string? BusinessTag { get; init; }

    /// <summary>Words of the title or the story (accents and plurals do not matter), or an experience's reference.</summary>
    [Id(11)] public string? Text { get; init; }
    [Id(12)] public bool AssignedToMe { get; init; }

    /// <summary>Only what changed hands so often that the DITP should look at it (ROUTE-5).</summary>
    [Id(13)] public bool Flagged { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.inbox-page.v1")]
public sealed record InboxPage
{
    /// <summary>One item a concerned structure: longest waiting first where answers are awaited, else the latest first.</summary>
    [Id(0)] public required ImmutableArray<InboxItem> Items { get; init; }

    /// <summary>How many there are in each status, with the query's other filters.</summary>
    [Id(1)] public required ImmutableDictionary<ResponseStatus, int> Counts { get; init; }
    [Id(2)] public string? Next { get; init; }

    /// <summary>How many there are of each feeling in the query's view, with its other filters.</summary>
    [Id(3)] public ImmutableDictionary<Feeling, int> Feelings { get; init; } = ImmutableDictionary<Feeling, int>.Empty;

    /// <summary>The words looked for are in so many that nothing is counted: the counts are empty.</summary>
    [Id(4)] public bool IsTooMuchToCount { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.inbox-item.v1")]
public sealed record InboxItem
{
    [Id(0)] public required ExperienceId Experience { get; init; }
    [Id(1)] public required StructureId Structure { get; init; }
    [Id(2)] public required string Title { get; init; }
    [Id(3)] public required string Excerpt { get; init; }
    [Id(4)] public required Feeling Feeling { get; init; }
    [Id(5)] public required ResponseStatus Status { get; init; }
    [Id(6)] public required DateTimeOffset ConcernedSince { get; init; }
    [Id(7)] public DateTimeOffset? AnsweredAt { get; init; }
    [Id(8)] public string? Department { get; init; }
    [Id(9)] public int CommentCount { get; init; }

    /// <summary>The other concerned structures.</summary>
    [Id(10)] public ImmutableArray<StructureId> Others { get; init; } = [];

    /// <summary>Where each of <see cref="Others"/> stands, in the same order.</summary>
    [Id(11)] public ImmutableArray<ResponseStatus> OtherStatuses { get; init; } = [];
    [Id(12)] public ImmutableArray<string> Channels { get; init; } = [];

    /// <summary>The name of whom it is assigned to.</summary>
    [Id(13)] public string? AssignedTo { get; init; }
    [Id(14)] public bool IsFlagged { get; init; }

    /// <summary>What waits to be validated is a change of the published response (RESP-5).</summary>
    [Id(15)] public bool IsAmendment { get; init; }

    /// <summary>Comments that came after the caller last opened the experience.</summary>
    [Id(16)] public int NewComments { get; init; }

    /// <summary>One of them mentions the structure.</summary>
    [Id(17)] public bool IsMentioned { get; init; }
}
