using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Experiences;

/// <summary>One concerned structure: its response and its own qualification, each part with its own version.</summary>
internal sealed record Standing
{
    public required StructureId Structure { get; init; }
    public required DateTimeOffset ConcernedSince { get; init; }
    public ResponseStatus Status { get; init; } = ResponseStatus.ToDo;

    /// <summary>Moves with every change of the response: what two agents of one structure are compared by.</summary>
    public int Version { get; init; }
    public Draft? Draft { get; init; }
    public PublishedResponse? Published { get; init; }
    public Adoption? Adoption { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public string? NotConcernedReason { get; init; }

    public ImmutableArray<ChannelFeeling> Channels { get; init; } = [];
    public int ChannelsVersion { get; init; }
    public ImmutableArray<string> BusinessTags { get; init; } = [];
    public int BusinessTagsVersion { get; init; }
    public ImmutableArray<string> Improvements { get; init; } = [];
    public string? ImprovementWords { get; init; }
    public int ImprovementsVersion { get; init; }

    public Evaluation? Evaluation { get; init; }

    public PendingPublication? Pending { get; init; }
    public DeclaredIntent? Intent { get; init; }
    public Assignee? Assignee { get; init; }
    public Transfer? Transfer { get; init; }

    /// <summary>The version that each writer's own last save or publication made.</summary>
    public ImmutableDictionary<string, int> SavedBy { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>What was published before it was amended, oldest first.</summary>
    public ImmutableArray<PublishedResponse> Earlier { get; init; } = [];

    /// <summary>When it was replaced or taken off: the end of the time it held the experience (CLOCK-2).</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>Which structure took its place, when one did.</summary>
    public StructureId? LeftTo { get; init; }

    [JsonIgnore]
    public bool IsAnswered => Status is ResponseStatus.Published or ResponseStatus.Adopted;
}

/// <summary>A text not yet public, with who wrote it (RESP-7 asks).</summary>
internal sealed record Draft
{
    public required ResponseText Response { get; init; }
    public required Actor By { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? SentBackWord { get; init; }
    public Actor? SentBackBy { get; init; }

    /// <summary>Another person is asked to validate this very text.</summary>
    public bool AwaitsValidation { get; init; }
}

internal sealed record PublishedResponse
{
    public required ResponseText Response { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Actor By { get; init; }
}

internal sealed record Adoption
{
    public required StructureId Adopted { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed record Evaluation
{
    public required bool Useful { get; init; }
    public int? Clarity { get; init; }
    public string? Words { get; init; }

    /// <summary>The first one: it may be changed for 30 days from here (EVAL-1).</summary>
    public required DateTimeOffset FirstAt { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>What becomes public when its window closes (RESP-5): the draft of the same standing, or an adoption.</summary>
internal sealed record PendingPublication
{
    public required Actor By { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset ClosesAt { get; init; }
    public ResponseText? Response { get; init; }
    public int Version { get; init; }
    public StructureId? Adopted { get; init; }
    public int AdoptedVersion { get; init; }

    /// <summary>The status to go back to when it is taken back.</summary>
    public required ResponseStatus Before { get; init; }
}

internal sealed record DeclaredIntent
{
    public required Intent Intent { get; init; }
    public StructureId? Of { get; init; }
    public required Actor By { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed record Assignee
{
    public required string Subject { get; init; }
    public required string Name { get; init; }
}

internal sealed record Transfer
{
    public required StructureId To { get; init; }
    public required string Reason { get; init; }
    public required Actor By { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Whose super agents may resolve it; null: the DITP alone.</summary>
    public StructureId? Approver { get; init; }
}
