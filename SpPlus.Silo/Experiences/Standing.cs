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

internal sealed record Comment
{
    public required int Number { get; init; }
    public required Actor By { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Text { get; init; }
}
