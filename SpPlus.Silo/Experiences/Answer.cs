using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Experiences;

/// <summary>What an accepted command is answered: the same for the first time and for a repetition.</summary>
internal static class Answer
{
    public static CommandResult To(ExperienceCommand command, Experience experience) => new()
    {
        Version = experience.Operations.TryGetValue(command.OperationId, out var version) ? version : CurrentVersion(command, experience),
    };

    /// <summary>Of a command that had nothing to change.</summary>
    private static int CurrentVersion(ExperienceCommand command, Experience experience) =>
        command is RouteExperience ? experience.RoutingVersion : 0;
}
