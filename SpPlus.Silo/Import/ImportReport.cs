using System.Text.Json.Serialization;

namespace SpPlus.Silo.Import;

/// <summary>What became of every record, and of every name that nothing knows.</summary>
internal sealed class ImportReport
{
    public string File { get; init; } = "";
    public bool DryRun { get; init; }

    public long Read { get; private set; }
    public long Imported { get; private set; }
    public long AlreadyThere { get; private set; }

    /// <summary>Among the imported ones.</summary>
    public long Repaired { get; private set; }
    public List<SkippedRecord> Skipped { get; } = [];
    public List<NotedRecord> Remarks { get; } = [];
    public SortedDictionary<string, int> UnknownStructures { get; } = new(StringComparer.Ordinal);
    public SortedDictionary<string, int> UnknownLabels { get; } = new(StringComparer.Ordinal);
    public List<string> UnreadColumns { get; } = [];

    /// <summary>Set when the run did not come to the end of the file.</summary>
    public string? StoppedBecause { get; set; }
    public double Seconds { get; set; }

    /// <summary>Every record that was read is imported, already there, or skipped with a reason.</summary>
    public bool IsAccounted => Read == Imported + AlreadyThere + Skipped.Count;

    [JsonIgnore]
    public bool IsComplete => IsAccounted && StoppedBecause is null;

    public void CountRead() => Read++;

    public void CountSkipped(long place, string reason) => Skipped.Add(new(place, reason));

    public void CountAlreadyThere() => AlreadyThere++;

    public void CountImported(long place, IReadOnlyCollection<Remark> remarks)
    {
        Imported++;
        if (remarks.Any(r => r.Kind.IsRepair())) Repaired++;
        foreach (var remark in remarks)
        {
            Remarks.Add(new(place, remark.Kind, remark.Detail));
            if (remark.Kind == RemarkKind.UnknownStructure) Count(UnknownStructures, remark.Detail);
            else if (remark.Detail.Length > 0) Count(UnknownLabels, remark.Detail);
        }
    }

    private static void Count(SortedDictionary<string, int> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;
}

internal sealed record SkippedRecord(long Place, string Reason);

internal sealed record NotedRecord(long Place, RemarkKind Kind, string Detail);
