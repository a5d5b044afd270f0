namespace SpPlus.Contracts.Experiences;

/// <summary>
/// A visitor says that a public experience should not be (MOD-4). Anybody; <see cref="Refusal.NotFound"/> for what is not public.
/// Many reports of one experience are counted without their words, and past a thousand not even counted: they are accepted all the same.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.report-experience.v1")]
public sealed record ReportExperience : ExperienceCommand
{
    /// <summary>One of the list.</summary>
    [Id(0)] public required string Reason { get; init; }

    /// <summary>For the DITP alone; up to 500 characters.</summary>
    [Id(1)] public string? Words { get; init; }
}

/// <summary>
/// Closes the reports that were read, and leaves the experience as it is (MOD-4): those that came meanwhile stay open. DITP only;
/// <see cref="Refusal.NothingChanged"/> when none of them is open any more.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.dismiss-reports.v1")]
public sealed record DismissReports : ExperienceCommand
{
    /// <summary>The number of the last report that was read.</summary>
    [Id(0)] public required int UpTo { get; init; }

    /// <summary>For the history; up to 1,000 characters.</summary>
    [Id(1)] public string? Words { get; init; }
}
