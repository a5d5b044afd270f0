using SpPlus.Contracts.Experiences;

namespace SpPlus.Contracts.Mails;

/// <summary>What an operator decides about one mail, or about a range of them.</summary>
[GenerateSerializer, Immutable, Alias("spplus.mail-order.v1")]
public sealed record MailOrder
{
    /// <summary>Of one range at most; the same range ordered anew goes on with the rest.</summary>
    public const int MaximumMails = 10_000;

    /// <summary>The same for the same order: given again, nothing changes.</summary>
    [Id(0)] public required Guid OperationId { get; init; }
    [Id(1)] public required MailDecision Decision { get; init; }

    /// <summary>One mail; null: <see cref="Range"/>.</summary>
    [Id(2)] public long? Mail { get; init; }

    /// <summary><see cref="MailItem.Version"/> as the operator saw it; null: whatever it is by now.</summary>
    [Id(3)] public int? Version { get; init; }
    [Id(4)] public MailRange? Range { get; init; }

    /// <summary>Also where the server has taken it: the person may get it twice. Refused otherwise.</summary>
    [Id(5)] public bool EvenAccepted { get; init; }
}

/// <summary>The numbers are stored.</summary>
[GenerateSerializer, Alias("spplus.mail-decision")]
public enum MailDecision
{
    /// <summary>The operator found out that the server has it: nothing is sent.</summary>
    WasAccepted = 1,

    SendAgain = 2,

    /// <summary>It is not to be sent.</summary>
    Cancel = 3,
}

/// <summary>Mails that stand in one way, by when they came to.</summary>
[GenerateSerializer, Immutable, Alias("spplus.mail-range.v1")]
public sealed record MailRange
{
    [Id(0)] public required MailStanding Standing { get; init; }
    [Id(1)] public string? Step { get; init; }
    [Id(2)] public DateTimeOffset? From { get; init; }

    /// <summary>Not included. Required: what comes to stand so later is another order's.</summary>
    [Id(3)] public required DateTimeOffset To { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.mail-order-result.v1")]
public sealed record MailOrderResult
{
    [Id(0)] public Refusal Refusal { get; init; }

    /// <summary>That the order changed.</summary>
    [Id(1)] public int Mails { get; init; }

    /// <summary>Of an order about one mail: what stands now.</summary>
    [Id(2)] public MailView? Current { get; init; }
}
