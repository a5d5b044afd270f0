using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Experiences;

/// <summary>Which part of an experience's history is asked for (AUD-1).</summary>
[GenerateSerializer, Immutable, Alias("spplus.history-query.v1")]
public sealed record HistoryQuery
{
    /// <summary>Null: all of it.</summary>
    [Id(0)] public HistoryGroup? Group { get; init; }

    /// <summary>Null: whatever structure it is about, or none.</summary>
    [Id(1)] public StructureId? Structure { get; init; }

    /// <summary>Only what came before this sequence: <see cref="HistoryPage.Older"/> of the page before. Null: up to now.</summary>
    [Id(2)] public int? Before { get; init; }

    /// <summary>1 to 200.</summary>
    [Id(3)] public int Limit { get; init; } = 100;
}

/// <summary>What a thing that happened belongs to.</summary>
[GenerateSerializer, Alias("spplus.history-group")]
public enum HistoryGroup
{
    /// <summary>Of the experience itself: shared, published, rejected, withdrawn.</summary>
    Experience = 1,
    Responses = 2,
    Qualification = 3,
    Comments = 4,

    /// <summary>Who is concerned, and transfers.</summary>
    Attachment = 5,
}
