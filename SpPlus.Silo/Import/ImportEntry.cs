using System.Collections.Immutable;

namespace SpPlus.Silo.Import;

/// <summary>One record of the file: an experience, or the reason why it is none. Nothing in a file is neither.</summary>
internal sealed record ImportEntry
{
    /// <summary>Where it starts: a line of a CSV file, a position in a JSON array.</summary>
    public required long Place { get; init; }
    public ImportedExperience? Experience { get; init; }
    public string? SkippedBecause { get; init; }
    public ImmutableArray<Remark> Remarks { get; init; } = [];

    public static ImportEntry Skip(long place, string reason) => new() { Place = place, SkippedBecause = reason };
}

/// <summary>The file as a whole can't be read on: the message is for the person who ran the command.</summary>
internal sealed class ImportRefusedException(string message) : Exception(message);
