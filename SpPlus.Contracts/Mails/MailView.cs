using System.Collections.Immutable;

namespace SpPlus.Contracts.Mails;

/// <summary>One mail and what operators decided about it, the last first.</summary>
[GenerateSerializer, Immutable, Alias("spplus.mail-view.v1")]
public sealed record MailView
{
    [Id(0)] public required MailItem Mail { get; init; }
    [Id(1)] public required ImmutableArray<MailTrace> Traces { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.mail-trace.v1")]
public sealed record MailTrace
{
    [Id(0)] public required MailDecision Decision { get; init; }
    [Id(1)] public required DateTimeOffset At { get; init; }

    /// <summary>First name and initial, or where the command was given.</summary>
    [Id(2)] public required string By { get; init; }
    [Id(3)] public required MailStanding From { get; init; }
    [Id(4)] public string? FromOutcome { get; init; }

    /// <summary>How many mails the order was about.</summary>
    [Id(5)] public int Mails { get; init; }
}
