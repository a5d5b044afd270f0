using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Experiences;

/// <summary>Who did it, as it was then: an agent who changes structure or name later does not change what is past (AUD-1).</summary>
internal sealed record Actor
{
    public static readonly Actor Author = new() { Kind = HistoryActor.Author };
    /// <summary>A reader of the public pages, whoever it was.</summary>
    public static readonly Actor Visitor = new() { Kind = HistoryActor.Visitor };
    public static readonly Actor Import = new() { Kind = HistoryActor.Import };

    /// <summary>Nobody: its time had come.</summary>
    public static readonly Actor System = new() { Kind = HistoryActor.System };

    public required HistoryActor Kind { get; init; }
    public string? Subject { get; init; }
    public string? Name { get; init; }
    public StructureId? Structure { get; init; }
}
