using System.Collections.Immutable;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Experiences;

/// <summary>The author's own page: the public text with its masks and the reasons, and each structure's answer (SUBMIT-4).</summary>
[GenerateSerializer, Immutable, Alias("spplus.tracking-view.v1")]
public sealed record TrackingView
{
    [Id(0)] public required ExperienceId Id { get; init; }
    [Id(1)] public required ExperienceStatus Status { get; init; }

    /// <summary>Null until published.</summary>
    [Id(2)] public string? Title { get; init; }
    [Id(3)] public string? Story { get; init; }
    [Id(4)] public required DateTimeOffset SubmittedAt { get; init; }
    [Id(5)] public DateTimeOffset? DecidedAt { get; init; }
    [Id(6)] public string? ModerationWords { get; init; }
    [Id(7)] public string? RejectionReason { get; init; }
    [Id(8)] public ImmutableArray<TrackedStructure> Structures { get; init; } = [];

    /// <summary>Whether STEP mails are sent: an address is kept in the vault.</summary>
    [Id(9)] public bool HasAddress { get; init; }
    [Id(10)] public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>When the author asked that no word about it be left.</summary>
    [Id(11)] public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>The improvement actions that it is tied to, in the order it was (ACT-1, EVAL-2).</summary>
    [Id(20)] public ImmutableArray<TiedActionView> ImprovementActions { get; init; } = [];

    /// <summary>What was masked and why, never the words: a link can be forwarded.</summary>
    [Id(21)] public ImmutableArray<MaskCount> Masks { get; init; } = [];

    /// <summary>Without the words: calls and their answers may be logged.</summary>
    public override string ToString() => $"{nameof(TrackingView)} {Id}";
}

[GenerateSerializer, Immutable, Alias("spplus.tracked-structure.v1")]
public sealed record TrackedStructure
{
    [Id(0)] public required StructureId Structure { get; init; }
    [Id(1)] public PublishedResponseView? Response { get; init; }
    [Id(2)] public AdoptionView? Adoption { get; init; }
    [Id(3)] public EvaluationView? Evaluation { get; init; }

    /// <summary>The author may evaluate, or change the evaluation, now (EVAL-1).</summary>
    [Id(4)] public bool MayEvaluate { get; init; }

    /// <summary>Until when the evaluation that is there may be changed.</summary>
    [Id(5)] public DateTimeOffset? MayChangeUntil { get; init; }
}
