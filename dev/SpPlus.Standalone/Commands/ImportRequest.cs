namespace SpPlus.Standalone.Commands;

/// <summary>An import, as the silo's own command takes it.</summary>
internal sealed record ImportRequest(string File)
{
    /// <summary>Where the report is also written.</summary>
    public string? Report { get; init; }

    public bool DryRun { get; init; }

    public string[] Arguments =>
        ["import", File, .. Report is null ? Array.Empty<string>() : ["--report", Report], .. DryRun ? ["--dry-run"] : Array.Empty<string>()];
}
