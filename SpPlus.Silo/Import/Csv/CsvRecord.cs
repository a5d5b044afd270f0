using System.Collections.Immutable;

namespace SpPlus.Silo.Import.Csv;

/// <summary>One record, or why its lines are none.</summary>
internal sealed record CsvRecord
{
    public long Line { get; init; }
    public IReadOnlyList<string> Fields { get; private init; } = [];
    public ImmutableArray<Remark> Repairs { get; private init; } = [];
    public string? UnreadableBecause { get; private init; }

    public static CsvRecord Of(IReadOnlyList<string> fields, bool hasUnquotedBreak, bool hasStrayQuotes) => new()
    {
        Fields = fields,
        Repairs =
        [
            .. hasUnquotedBreak ? [new Remark(RemarkKind.UnquotedLineBreak)] : ImmutableArray<Remark>.Empty,
            .. hasStrayQuotes ? [new Remark(RemarkKind.StrayQuotes)] : ImmutableArray<Remark>.Empty,
        ],
    };

    public static CsvRecord Unreadable(long line, string reason) => new() { Line = line, UnreadableBecause = reason };
}
