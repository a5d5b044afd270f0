using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Reference;

namespace SpPlus.Silo.ImprovementActions;

/// <summary>Everything a decision may know beside the state and the command.</summary>
internal sealed record ImprovementActionContext
{
    public required DateTimeOffset Now { get; init; }
    public Account? Account { get; init; }
    public required ReferenceBook Reference { get; init; }

    /// <summary>
    /// Those of the command's experiences that are public and concern the structure, by the read model: an experience that changed since
    /// decides for itself when it is told.
    /// </summary>
    public ImmutableHashSet<ExperienceId> Tieable { get; init; } = [];
}
