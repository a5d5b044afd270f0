using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Contracts.Audience;

/// <summary>
/// What just happened to an experience, or to its audience. It may be lost or late: whoever sees a gap asks by <see cref="Attendance"/>.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.hint.v1")]
public sealed record Hint
{
    [Id(0)] public required ExperienceId Experience { get; init; }

    /// <summary>The last fact before those that it tells of: the same as <see cref="Sequence"/> when it tells of none.</summary>
    [Id(1)] public required int After { get; init; }
    [Id(2)] public required int Sequence { get; init; }

    /// <summary>Comments that were added, as everybody who sees the experience reads them (COMM-1).</summary>
    [Id(3)] public ImmutableArray<CommentView> Comments { get; init; } = [];

    /// <summary>Something else than comments was added: pages read themselves again.</summary>
    [Id(4)] public bool Changed { get; init; }

    /// <summary>Other structures are concerned than before: who may see it is to be asked before anything more is told.</summary>
    [Id(5)] public bool RightsChanged { get; init; }

    /// <summary>Null when nobody came, left or began something else.</summary>
    [Id(6)] public Presence? Presence { get; init; }

    /// <summary>Without the words: calls may be logged.</summary>
    public override string ToString() => $"{nameof(Hint)} {Experience} at {Sequence}";
}
