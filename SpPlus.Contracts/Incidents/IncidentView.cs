using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Contracts.Incidents;

[GenerateSerializer, Immutable, Alias("spplus.incident-summary.v1")]
public sealed record IncidentSummary
{
    [Id(0)] public required Guid Id { get; init; }
    [Id(1)] public required string Title { get; init; }
    [Id(2)] public required string OpenedBy { get; init; }
    [Id(3)] public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the first response is given: until then it may be called off (RESP-5).</summary>
    [Id(4)] public required DateTimeOffset StartsAt { get; init; }
    [Id(5)] public required bool IsStarted { get; init; }
    [Id(6)] public DateTimeOffset? CalledOffAt { get; init; }
    [Id(7)] public string? CalledOffBy { get; init; }
    [Id(8)] public required int Experiences { get; init; }
    [Id(9)] public required int Given { get; init; }
    [Id(10)] public required int Waiting { get; init; }

    public int LeftAside => Experiences - Given - Waiting;
}

[GenerateSerializer, Immutable, Alias("spplus.incident-view.v1")]
public sealed record IncidentView
{
    [Id(0)] public required IncidentSummary Summary { get; init; }
    [Id(1)] public required ResponseText Response { get; init; }
    [Id(2)] public required ImmutableArray<IncidentItem> Items { get; init; }

    /// <summary>Without the words: answers may be logged.</summary>
    public override string ToString() => $"{nameof(IncidentView)} {Summary.Id}";
}

[GenerateSerializer, Immutable, Alias("spplus.incident-item.v1")]
public sealed record IncidentItem
{
    [Id(0)] public required ExperienceId Experience { get; init; }

    /// <summary>Null for what is not public any more.</summary>
    [Id(1)] public string? Title { get; init; }
    [Id(2)] public required IncidentOutcome Outcome { get; init; }
    [Id(3)] public DateTimeOffset? At { get; init; }

    /// <summary>Without the words: answers may be logged.</summary>
    public override string ToString() => $"{nameof(IncidentItem)} {Experience}";
}

/// <summary>What became of one experience of an incident. The numbers are stored.</summary>
[GenerateSerializer, Alias("spplus.incident-outcome")]
public enum IncidentOutcome
{
    Waiting = 0,
    Given = 1,

    /// <summary>Withdrawn or unpublished meanwhile.</summary>
    NotPublic = 2,

    /// <summary>The DITP had answered it.</summary>
    AlreadyAnswered = 3,

    /// <summary>Somebody of the DITP was writing an answer to it.</summary>
    BeingAnswered = 4,

    /// <summary>Whoever opened the incident may not answer any more, or what marks personal data has changed since.</summary>
    Refused = 5,
}
