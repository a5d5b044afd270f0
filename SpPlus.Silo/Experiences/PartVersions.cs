using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences;

/// <summary>The version of the part that a fact is about; 0 where that part has none.</summary>
internal static class PartVersions
{
    public static int Of(Fact fact, Experience experience) => fact switch
    {
        DraftSaved f => Of(experience, f.Structure, s => s.Version),
        ValidationRequested f => Of(experience, f.Structure, s => s.Version),
        ResponseSentBack f => Of(experience, f.Structure, s => s.Version),
        ResponsePublished f => Of(experience, f.Structure, s => s.Version),
        ResponseAdopted f => Of(experience, f.Structure, s => s.Version),
        PublicationScheduled f => Of(experience, f.Structure, s => s.Version),
        PublicationTakenBack f => Of(experience, f.Structure, s => s.Version),
        TransferRequested f => Of(experience, f.Structure, s => s.Version),
        TransferRefused f => Of(experience, f.Structure, s => s.Version),
        TransferWithdrawn f => Of(experience, f.Structure, s => s.Version),
        StructureNotConcerned f => Of(experience, f.Structure, s => s.Version),
        ChannelsQualified f => Of(experience, f.Structure, s => s.ChannelsVersion),
        BusinessTagsQualified f => Of(experience, f.Structure, s => s.BusinessTagsVersion),
        ImprovementsNoted f => Of(experience, f.Structure, s => s.ImprovementsVersion),
        GeneralTagsQualified => experience.GeneralTagsVersion,
        StructureAttached or StructureDetached or StructureReplaced or TransferAccepted => experience.RoutingVersion,
        _ => 0,
    };

    private static int Of(Experience experience, StructureId structure, Func<Standing, int> version) =>
        experience.StandingOf(structure) is { } standing ? version(standing) : 0;
}
