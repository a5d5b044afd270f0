using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;

namespace SpPlus.Silo.ImprovementActions;

/// <summary>An action's state, with what the read model knows of its experiences.</summary>
internal static class ImprovementActionViews
{
    public static ImprovementActionView For(
        ImprovementActionId id, ImprovementAction action, ImprovementActionActions offered, IReadOnlyDictionary<ExperienceId, TieRow> ties) => new()
    {
        Id = id,
        Structure = action.Structure,
        Title = action.Title,
        Text = action.Text,
        State = action.State!.Value,
        PlannedFor = action.PlannedFor,
        DoneOn = action.DoneOn,
        Version = action.Version,
        ChangedBy = action.ChangedBy?.Name ?? "",
        ChangedAt = action.ChangedAt,
        PublishedAt = action.PublishedAt,
        Experiences = [.. action.Experiences.Select(e => new TiedExperience { Id = e, Title = ties.GetValueOrDefault(e)?.Title, Told = ties.GetValueOrDefault(e)?.Told })],
        Actions = offered,
        Confirmed = ties.Values.Count(t => t is { Title: not null, Answer: ImprovementActionAnswer.True }),
        Contradicted = ties.Values.Count(t => t is { Title: not null, Answer: ImprovementActionAnswer.NotTrue }),
    };
}
