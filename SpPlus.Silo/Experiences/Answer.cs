using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Experiences;

/// <summary>What an accepted command is answered: the same for the first time and for a repetition.</summary>
internal static class Answer
{
    public static CommandResult To(ExperienceCommand command, Experience experience) =>
        new() { Version = VersionOfThePart(command, experience) };

    private static int VersionOfThePart(ExperienceCommand command, Experience experience) => command switch
    {
        ResponseCommand c => Of(experience, c.Structure, s => s.Version),
        DeclareNotConcerned c => Of(experience, c.Structure, s => s.Version),
        QualifyChannels c => Of(experience, c.Structure, s => s.ChannelsVersion),
        QualifyBusinessTags c => Of(experience, c.Structure, s => s.BusinessTagsVersion),
        NoteImprovements c => Of(experience, c.Structure, s => s.ImprovementsVersion),
        QualifyGeneralTags => experience.GeneralTagsVersion,
        RouteExperience or ReplaceStructure => experience.RoutingVersion,
        _ => 0,
    };

    private static int Of(Experience experience, StructureId structure, Func<Standing, int> version) =>
        experience.StandingOf(structure) is { } standing ? version(standing) : 0;
}
