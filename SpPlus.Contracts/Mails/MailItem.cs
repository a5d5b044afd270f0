using SpPlus.Contracts.Experiences;

namespace SpPlus.Contracts.Mails;

/// <summary>One mail, without the address that it goes to (PRIV-1).</summary>
[GenerateSerializer, Immutable, Alias("spplus.mail-item.v1")]
public sealed record MailItem
{
    [Id(0)] public required long Number { get; init; }
    [Id(1)] public required MailStanding Standing { get; init; }

    /// <summary>What it tells (STEP-1, STEP-3): one of <see cref="MailList.Steps"/>.</summary>
    [Id(2)] public required string Step { get; init; }

    /// <summary>Null where the mail is about no single one.</summary>
    [Id(3)] public ExperienceId? Experience { get; init; }

    /// <summary>To an agent; else to the author of the experience.</summary>
    [Id(4)] public bool IsToAgent { get; init; }
    [Id(5)] public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>When it came to stand so.</summary>
    [Id(6)] public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When its turn comes, while it waits.</summary>
    [Id(7)] public DateTimeOffset? DueAt { get; init; }

    /// <summary>Since it was queued, or since an operator had it sent again.</summary>
    [Id(8)] public int Attempts { get; init; }

    /// <summary>A server's status code, an error's name, or who decided; null when nothing is known.</summary>
    [Id(9)] public string? Outcome { get; init; }

    /// <summary>What tells this state from an earlier one: see <see cref="MailOrder.Version"/>.</summary>
    [Id(10)] public required int Version { get; init; }

    /// <summary>What a server's own log knows it by; null where no sender is configured.</summary>
    [Id(11)] public string? MessageId { get; init; }
}
