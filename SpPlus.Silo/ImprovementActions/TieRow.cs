using SpPlus.Contracts.ImprovementActions;

namespace SpPlus.Silo.ImprovementActions;

/// <summary>An experience that an action is tied to, as the read model knows it.</summary>
/// <param name="Title">Null where the experience is not public any more.</param>
/// <param name="Told">Null before the experience has heard of the action.</param>
/// <param name="Answer">Its author's.</param>
internal sealed record TieRow(string? Title, ImprovementActionState? Told, ImprovementActionAnswer? Answer);
