namespace SpPlus.Contracts.Accounts;

/// <summary>An inbox's filters under a name of their owner's; nobody else sees it.</summary>
[GenerateSerializer, Immutable, Alias("spplus.saved-filter.v1")]
public sealed record SavedFilter
{
    public const int LongestName = 60;
    public const int LongestQuery = 1_000;
    public const int Most = 30;

    [Id(0)] public required string Name { get; init; }

    /// <summary>The address's query, as it was given: whoever reads it checks it again.</summary>
    [Id(1)] public required string Query { get; init; }
}

[GenerateSerializer, Alias("spplus.saved-filter-answer")]
public enum SavedFilterAnswer
{
    Done = 0,

    /// <summary>No enabled account, or no filter of that name.</summary>
    NotFound = 1,
    NameMissing = 2,
    NameTooLong = 3,

    /// <summary>Another filter bears the name.</summary>
    NameTaken = 4,
    TooMany = 5,
    QueryTooLong = 6,
}
