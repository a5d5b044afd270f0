using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Contracts.Reports;

[GenerateSerializer, Immutable, Alias("spplus.report-query.v1")]
public sealed record ReportQuery
{
    /// <summary>The page after this item: <see cref="ReportQueue.Next"/> of the page before.</summary>
    [Id(0)] public string? After { get; init; }

    /// <summary>1 to 50.</summary>
    [Id(1)] public int Limit { get; init; } = 10;
}

[GenerateSerializer, Immutable, Alias("spplus.report-queue.v1")]
public sealed record ReportQueue
{
    [Id(0)] public required ImmutableArray<ReportedExperience> Items { get; init; }

    /// <summary>Experiences with reports that wait.</summary>
    [Id(1)] public required int Count { get; init; }
    [Id(2)] public string? Next { get; init; }
}

/// <summary>A public experience and the reports of it that nobody has closed.</summary>
[GenerateSerializer, Immutable, Alias("spplus.reported-experience.v1")]
public sealed record ReportedExperience
{
    [Id(0)] public required ExperienceId Experience { get; init; }
    [Id(1)] public required string Title { get; init; }
    [Id(2)] public required DateTimeOffset FirstAt { get; init; }
    [Id(3)] public required DateTimeOffset LastAt { get; init; }

    /// <summary>The most frequent first.</summary>
    [Id(4)] public required ImmutableArray<ReasonCount> Reasons { get; init; }

    /// <summary>Those with words, oldest first.</summary>
    [Id(5)] public ImmutableArray<ReportView> WithWords { get; init; } = [];

    /// <summary>To send back as <see cref="DismissReports.UpTo"/>.</summary>
    [Id(6)] public required int LastNumber { get; init; }

    public int Count => Reasons.Sum(r => r.Count);

    /// <summary>Without the words: answers may be logged.</summary>
    public override string ToString() => $"{nameof(ReportedExperience)} {Experience}";
}

[GenerateSerializer, Immutable, Alias("spplus.reason-count.v1")]
public sealed record ReasonCount
{
    [Id(0)] public required string Reason { get; init; }
    [Id(1)] public required int Count { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.report-view.v1")]
public sealed record ReportView
{
    [Id(0)] public required string Reason { get; init; }
    [Id(1)] public required string Words { get; init; }
    [Id(2)] public required DateTimeOffset At { get; init; }

    /// <summary>Without the words: answers may be logged.</summary>
    public override string ToString() => $"{nameof(ReportView)} {Reason}";
}
