using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.ImprovementActions;

/// <summary>Well-formed commands, each with an operation of its own.</summary>
internal static class NewAction
{
    public const string Title = "Dire qui est prévenu d’un changement d’adresse";
    public const string Text = "Le message de confirmation nomme désormais les services prévenus, et ceux qui ne le sont pas.";

    public static PublishImprovementAction Publication(string structure, params ExperienceId[] experiences) => new()
    {
        OperationId = Guid.NewGuid(), Structure = Id(structure), Title = Title, Text = Text, State = ImprovementActionState.Committed,
        Experiences = [.. experiences],
    };

    public static PublishImprovementAction DonePublication(string structure, DateOnly day, params ExperienceId[] experiences) =>
        Publication(structure, experiences) with { State = ImprovementActionState.Done, DoneOn = day };

    public static AmendImprovementAction Amendment(int version, string title = "Un titre plus court") =>
        new() { OperationId = Guid.NewGuid(), ExpectedVersion = version, Title = title, Text = Text };

    public static CompleteImprovementAction Completion(int version, DateOnly day) =>
        new() { OperationId = Guid.NewGuid(), ExpectedVersion = version, DoneOn = day };

    public static TieExperiences Ties(params ExperienceId[] experiences) => new() { OperationId = Guid.NewGuid(), Experiences = [.. experiences] };
}
