namespace SpPlus.Silo.Experiences.Facts;

/// <summary>MOD-4. Nothing says who: nobody asked.</summary>
internal sealed record ExperienceReported : Fact
{
    /// <summary>1 for the first report of the experience, then one more for each.</summary>
    public required int Number { get; init; }
    public required string Reason { get; init; }

    /// <summary>The visitor's own; null also where so many wait already that no more words are kept.</summary>
    public string? Words { get; init; }
}

/// <summary>Nothing is done about the reports up to that number.</summary>
internal sealed record ReportsDismissed : Fact
{
    public required int UpTo { get; init; }
    public string? Words { get; init; }
}
