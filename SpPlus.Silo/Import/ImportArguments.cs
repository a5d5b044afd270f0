namespace SpPlus.Silo.Import;

/// <summary><c>import FILE [--report FILE] [--dry-run]</c>.</summary>
internal sealed record ImportArguments
{
    public const string Usage = "Usage : import FICHIER [--report RAPPORT] [--dry-run]";

    public required string File { get; init; }
    public string? Report { get; init; }
    public bool DryRun { get; init; }

    /// <summary>Null when the command line is not that.</summary>
    public static ImportArguments? Parse(ReadOnlySpan<string> arguments)
    {
        string? file = null, report = null;
        var dryRun = false;
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--dry-run":
                    dryRun = true;
                    break;
                case "--report" when i + 1 < arguments.Length && report is null:
                    report = arguments[++i];
                    break;
                case var other when file is null && other.Length > 0 && !other.StartsWith('-'):
                    file = other;
                    break;
                default:
                    return null;
            }
        }

        return file is null ? null : new() { File = file, Report = report, DryRun = dryRun };
    }
}
