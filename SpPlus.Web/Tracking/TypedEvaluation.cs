using SpPlus.Contracts.Structures;

namespace SpPlus.Web.Tracking;

/// <summary>An evaluation that was refused, as it was typed.</summary>
public sealed record TypedEvaluation
{
    public required StructureId Structure { get; init; }
    public string? Useful { get; init; }
    public string? Clarity { get; init; }
    public string? Words { get; init; }
}
