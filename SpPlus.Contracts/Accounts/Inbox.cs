using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Accounts;

[GenerateSerializer, Immutable, Alias("spplus.inbox-query.v1")]
public sealed record InboxQuery
{
    /// <summary>Null: every status.</summary>
    [Id(0)] public ResponseStatus? Status { get; init; }

    /// <summary>Null: the account's own structure. Outside of it: nothing is found.</summary>
    [Id(1)] public StructureId? Structure { get; init; }
    [Id(2)] public bool WithDescendants { get; init; } = true;

    /// <summary>The page after this item: <see cref="InboxPage.Next"/> of the page before.</summary>
    [Id(3)] public string? After { get; init; }

    /// <summary>1 to 100.</summary>
    [Id(4)] public int Limit { get; init; } = 25;
}

[GenerateSerializer, Immutable, Alias("spplus.inbox-page.v1")]
public sealed record InboxPage
{
    /// <summary>One item a concerned structure, longest waiting first.</summary>
    [Id(0)] public required ImmutableArray<InboxItem> Items { get; init; }

    /// <summary>How many there are in each status, with the same structure filter.</summary>
    [Id(1)] public required ImmutableDictionary<ResponseStatus, int> Counts { get; init; }
    [Id(2)] public string? Next { get; init; }
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
}
