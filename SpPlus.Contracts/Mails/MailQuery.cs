using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Contracts.Mails;

[GenerateSerializer, Immutable, Alias("spplus.mail-query.v1")]
public sealed record MailQuery
{
    /// <summary>Null: all.</summary>
    [Id(0)] public MailStanding? Standing { get; init; }
    [Id(1)] public string? Step { get; init; }
    [Id(2)] public ExperienceId? Experience { get; init; }

    /// <summary>That came to stand so at that moment or later.</summary>
    [Id(3)] public DateTimeOffset? From { get; init; }

    /// <summary>That moment not included.</summary>
    [Id(4)] public DateTimeOffset? To { get; init; }

    /// <summary>The page after this item: <see cref="MailList.Next"/> of the page before.</summary>
    [Id(5)] public string? After { get; init; }

    /// <summary>1 to 200.</summary>
    [Id(6)] public int Limit { get; init; } = 50;
}

/// <summary>What waits or is held the oldest first, everything else the newest first.</summary>
[GenerateSerializer, Immutable, Alias("spplus.mail-list.v1")]
public sealed record MailList
{
    [Id(0)] public required ImmutableArray<MailItem> Items { get; init; }
    [Id(1)] public string? Next { get; init; }
    [Id(2)] public required MailCounts Counts { get; init; }

    /// <summary>Everything that mails tell, for choosing one.</summary>
    [Id(3)] public required ImmutableArray<string> Steps { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.mail-counts.v1")]
public sealed record MailCounts
{
    [Id(0)] public int Waiting { get; init; }
    [Id(1)] public int HandingOver { get; init; }
    [Id(2)] public int Held { get; init; }
    [Id(3)] public int Refused { get; init; }
    [Id(4)] public int Cancelled { get; init; }

    /// <summary>When the mail that has been due for longest was; null when none is due.</summary>
    [Id(5)] public DateTimeOffset? DueSince { get; init; }

    /// <summary>False where no server is configured: every mail waits.</summary>
    [Id(6)] public bool HasServer { get; init; }
}
