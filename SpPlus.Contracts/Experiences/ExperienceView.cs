using System.Collections.Immutable;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Experiences;

/// <summary>One experience as an agent or the DITP sees it, with what this caller may do.</summary>
[GenerateSerializer, Immutable, Alias("spplus.experience-view.v1")]
public sealed record ExperienceView
{
    [Id(0)] public required ExperienceId Id { get; init; }
    [Id(1)] public required ExperienceStatus Status { get; init; }

    /// <summary>The public text; before publication, the text as sent, for the DITP alone.</summary>
    [Id(2)] public required string Title { get; init; }
    [Id(3)] public required string Story { get; init; }
    [Id(4)] public string? Pseudonym { get; init; }
    [Id(5)] public required DateOnly ContactDate { get; init; }
    [Id(6)] public string? Department { get; init; }
    [Id(7)] public string? Country { get; init; }
    [Id(8)] public required Feeling Feeling { get; init; }
    [Id(9)] public string? Procedure { get; init; }
    [Id(10)] public required DateTimeOffset SubmittedAt { get; init; }
    [Id(11)] public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The services that the author named, as sent.</summary>
    [Id(12)] public ImmutableArray<ServiceConcerned> Services { get; init; } = [];
    [Id(13)] public ImmutableArray<StandingView> Standings { get; init; } = [];
    [Id(14)] public ImmutableArray<TagFeeling> GeneralTags { get; init; } = [];
    [Id(15)] public int GeneralTagsVersion { get; init; }

    /// <summary>The newest hundred, oldest first.</summary>
    [Id(16)] public ImmutableArray<CommentView> Comments { get; init; } = [];
    [Id(17)] public int CommentCount { get; init; }
    [Id(18)] public int RoutingVersion { get; init; }
    [Id(19)] public ExperienceActions Actions { get; init; }
    [Id(20)] public Decided? Decided { get; init; }

    /// <summary>Words to the author, when it was moderated or rejected.</summary>
    [Id(21)] public string? ModerationWords { get; init; }
    [Id(22)] public string? RejectionReason { get; init; }
    [Id(23)] public AnswerStatus AnswerStatus { get; init; }
    [Id(24)] public string? Campaign { get; init; }

    /// <summary>Structures that were replaced or taken off and had begun a text: for those who could read that text (ROUTE-2, RESP-2).</summary>
    [Id(25)] public ImmutableArray<StandingView> Former { get; init; } = [];

    /// <summary>The text as sent is there and does not open: title and story are then empty, and it cannot be published as sent.</summary>
    [Id(26)] public bool IsTextUnreadable { get; init; }

    /// <summary>How many times it was transferred: from the third on it is flagged to the DITP (ROUTE-5).</summary>
    [Id(27)] public int Transfers { get; init; }

    /// <summary>The last thing that happened, as the history numbers it.</summary>
    [Id(28)] public int Sequence { get; init; }

    /// <summary>The text as sent of what was published after moderation, for the DITP as long as it is kept (MOD-2).</summary>
    [Id(29)] public SentTextView? Sent { get; init; }

    /// <summary>The improvement actions that it is tied to, in the order it was (ACT-1).</summary>
    [Id(40)] public ImmutableArray<TiedActionView> ImprovementActions { get; init; } = [];

    /// <summary>What looks like personal data in a text that waits for a decision, in its order, each once: for the DITP (PII-1).</summary>
    [Id(30)] public ImmutableArray<TextPassage> Suspects { get; init; } = [];

    /// <summary>What moderation masked, for the DITP and the concerned agents.</summary>
    [Id(31)] public ImmutableArray<MaskCount> Masks { get; init; } = [];

    /// <summary>Without the words: calls and their answers may be logged.</summary>
    public override string ToString() => $"{nameof(ExperienceView)} {Id}";
}

/// <summary>Where one structure stands: its response, its own qualification, and what the caller may do for it.</summary>
[GenerateSerializer, Immutable, Alias("spplus.standing-view.v1")]
public sealed record StandingView
{
    [Id(0)] public required StructureId Structure { get; init; }

    /// <summary>When it became concerned by the published experience (CLOCK-1).</summary>
    [Id(1)] public required DateTimeOffset ConcernedSince { get; init; }
    [Id(2)] public required ResponseStatus Status { get; init; }

    /// <summary>To send back as <c>ExpectedVersion</c> with commands on the response.</summary>
    [Id(3)] public required int Version { get; init; }
    [Id(4)] public DraftView? Draft { get; init; }
    [Id(5)] public PublishedResponseView? Published { get; init; }
    [Id(6)] public AdoptionView? Adoption { get; init; }
    [Id(7)] public ImmutableArray<ChannelFeeling> Channels { get; init; } = [];
    [Id(8)] public int ChannelsVersion { get; init; }
    [Id(9)] public ImmutableArray<string> BusinessTags { get; init; } = [];
    [Id(10)] public int BusinessTagsVersion { get; init; }
    [Id(11)] public ImmutableArray<string> Improvements { get; init; } = [];
    [Id(12)] public string? ImprovementWords { get; init; }
    [Id(13)] public int ImprovementsVersion { get; init; }
    [Id(14)] public EvaluationView? Evaluation { get; init; }
    [Id(15)] public string? NotConcernedReason { get; init; }

    /// <summary>When its response was first published or adopted: the end of its processing time (CLOCK-1).</summary>
    [Id(16)] public DateTimeOffset? AnsweredAt { get; init; }
    [Id(17)] public ExperienceActions Actions { get; init; }

    /// <summary>What may still be taken back (RESP-5).</summary>
    [Id(18)] public PendingPublicationView? Pending { get; init; }
    [Id(19)] public IntentView? Intent { get; init; }

    /// <summary>Who of the structure looks after it. Only those who act for the structure receive it.</summary>
    [Id(20)] public AssigneeView? Assignee { get; init; }
    [Id(21)] public TransferView? Transfer { get; init; }

    /// <summary>The published text's earlier versions, oldest first: for agents only (RESP-5).</summary>
    [Id(22)] public ImmutableArray<PublishedResponseView> Earlier { get; init; } = [];

    /// <summary>The adopted response was amended since: the structure is asked to confirm (RESP-3).</summary>
    [Id(23)] public bool AdoptedIsAmended { get; init; }

    /// <summary>When it was replaced or taken off, for a structure that is concerned no more.</summary>
    [Id(24)] public DateTimeOffset? LeftAt { get; init; }

    /// <summary>What is being typed and is not saved yet, newest first. Only those who may write for the structure receive it.</summary>
    [Id(25)] public ImmutableArray<KeptTextView> Kept { get; init; } = [];
}

/// <summary>A text not yet public. Only agents of its structure, of its ancestors and of the DITP receive it.</summary>
[GenerateSerializer, Immutable, Alias("spplus.draft-view.v1")]
public sealed record DraftView
{
    [Id(0)] public required ResponseText Response { get; init; }
    [Id(1)] public required string By { get; init; }
    [Id(2)] public required DateTimeOffset At { get; init; }

    /// <summary>The validator's word, when the text was sent back.</summary>
    [Id(3)] public string? SentBackWord { get; init; }
    [Id(4)] public string? SentBackBy { get; init; }

    /// <summary>Another person is asked to validate this very text.</summary>
    [Id(5)] public bool AwaitsValidation { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.published-response-view.v1")]
public sealed record PublishedResponseView
{
    [Id(0)] public required ResponseText Response { get; init; }
    [Id(1)] public required int Version { get; init; }
    [Id(2)] public required DateTimeOffset At { get; init; }

    /// <summary>The agent who published it: for agents only.</summary>
    [Id(3)] public string? By { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.adoption-view.v1")]
public sealed record AdoptionView
{
    [Id(0)] public required StructureId Adopted { get; init; }
    [Id(1)] public required int Version { get; init; }
    [Id(2)] public required DateTimeOffset At { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.evaluation-view.v1")]
public sealed record EvaluationView
{
    [Id(0)] public required bool Useful { get; init; }
    [Id(1)] public int? Clarity { get; init; }

    /// <summary>For agents and the author only.</summary>
    [Id(2)] public string? Words { get; init; }
    [Id(3)] public required DateTimeOffset At { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.comment-view.v1")]
public sealed record CommentView
{
    [Id(0)] public required int Number { get; init; }
    [Id(1)] public required string By { get; init; }
    [Id(2)] public required StructureId Structure { get; init; }
    [Id(3)] public required DateTimeOffset At { get; init; }

    /// <summary>Empty when it is masked.</summary>
    [Id(4)] public required string Text { get; init; }
    [Id(5)] public ImmutableArray<StructureId> Mentions { get; init; } = [];
    [Id(6)] public bool IsMasked { get; init; }

    /// <summary>Where it stands in the history.</summary>
    [Id(7)] public int Sequence { get; init; }

    /// <summary>The caller wrote it.</summary>
    [Id(8)] public bool IsOwn { get; init; }

    /// <summary>How many facts it is: naming structures is one of its own.</summary>
    public int Facts => Mentions.IsDefaultOrEmpty ? 1 : 2;
}

[GenerateSerializer, Immutable, Alias("spplus.pending-publication-view.v1")]
public sealed record PendingPublicationView
{
    /// <summary>When it becomes public.</summary>
    [Id(0)] public required DateTimeOffset ClosesAt { get; init; }
    [Id(1)] public required string By { get; init; }

    /// <summary>The structure's own text; null for an adoption.</summary>
    [Id(2)] public ResponseText? Response { get; init; }
    [Id(3)] public StructureId? Adopted { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.intent-view.v1")]
public sealed record IntentView
{
    [Id(0)] public required Intent Intent { get; init; }
    [Id(1)] public StructureId? Of { get; init; }
    [Id(2)] public required string By { get; init; }
    [Id(3)] public required DateTimeOffset At { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.assignee-view.v1")]
public sealed record AssigneeView
{
    [Id(0)] public required string Name { get; init; }
    [Id(1)] public required string Subject { get; init; }
    [Id(2)] public bool IsCaller { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.transfer-view.v1")]
public sealed record TransferView
{
    [Id(0)] public required StructureId To { get; init; }
    [Id(1)] public required string Reason { get; init; }
    [Id(2)] public required string By { get; init; }
    [Id(3)] public required DateTimeOffset At { get; init; }

    /// <summary>When it stays with the DITP alone.</summary>
    [Id(4)] public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The structure whose super agents may resolve it with the DITP; null: the DITP alone.</summary>
    [Id(5)] public StructureId? Approver { get; init; }
}

/// <summary>A text that somebody is typing, kept beside the structure's draft (RESP-2).</summary>
[GenerateSerializer, Immutable, Alias("spplus.kept-text-view.v1")]
public sealed record KeptTextView
{
    [Id(0)] public required ResponseText Response { get; init; }
    [Id(1)] public required string By { get; init; }
    [Id(2)] public required DateTimeOffset At { get; init; }

    /// <summary>The response's version that it was begun on.</summary>
    [Id(3)] public required int Version { get; init; }
    [Id(4)] public bool IsCaller { get; init; }
}
