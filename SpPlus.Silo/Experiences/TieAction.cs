using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Experiences;

/// <summary>The experience is to know of an improvement action, or of its new state. The silo asks it, in the name of who published that.</summary>
internal sealed record TieAction : ExperienceCommand
{
    public required ImprovementActionId Action { get; init; }
    public required StructureId Structure { get; init; }
    public required string Title { get; init; }
    public required ImprovementActionState State { get; init; }
    public DateOnly? DoneOn { get; init; }
    public required Actor By { get; init; }
}
