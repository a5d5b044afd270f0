using System.Collections.Immutable;

namespace SpPlus.Contracts.Audience;

/// <summary>
/// What a web process says every few seconds of the pages that are open there on one experience. It replaces what it said before;
/// without people it takes leave. Not repeated within <see cref="Forgotten"/>, its people are gone.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.attendance.v1")]
public sealed record Attendance
{
    /// <summary>Between two of these. With <see cref="Forgotten"/> it bounds how long somebody is shown who is gone: 12 s (COMM-2).</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(3);

    public static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(9);

    /// <summary>The web process.</summary>
    [Id(0)] public required string Replica { get; init; }

    /// <summary>Who is told what happens next.</summary>
    [Id(1)] public required IAudienceObserver Observer { get; init; }

    /// <summary>The signed-in subjects that have it open there, each once.</summary>
    [Id(2)] public required ImmutableArray<string> People { get; init; }

    /// <summary>How many comments the pages there show; null for none yet, which asks for no comment.</summary>
    [Id(3)] public int? KnownComments { get; init; }

    public override string ToString() => $"{nameof(Attendance)} of {People.Length} at {Replica}";
}
