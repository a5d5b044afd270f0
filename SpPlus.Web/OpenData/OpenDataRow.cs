using SpPlus.Web.Experiences;

namespace SpPlus.Web.OpenData;

/// <summary>A row of the open data (PUB-2): one experience and one of the structures concerned, if any.</summary>
internal sealed record OpenDataRow(PublicExperience Experience, PublicStanding? Standing)
{
    /// <summary>The improvement actions that the experience is tied to, oldest first.</summary>
    public IReadOnlyList<TiedAction> Actions { get; init; } = [];

    /// <summary>
    /// The text that is public as this structure's answer: its own, or the one that it adopted. Nothing for an adoption of a version that was
    /// amended since: of the text as it stands it has not said that it is its own (RESP-3).
    /// </summary>
    public PublicStanding? Answer => Standing switch
    {
        { Adopted: { } adopted } => Experience.Standings.FirstOrDefault(s => s.Structure == adopted && s.Version == Standing.AdoptedVersion),
        { Response: not null } => Standing,
        _ => null,
    };

    public static IEnumerable<OpenDataRow> Of(PublicExperience experience, IReadOnlyList<TiedAction> actions) =>
        experience.Standings.Select(s => (PublicStanding?)s).DefaultIfEmpty().Select(s => new OpenDataRow(experience, s) { Actions = actions });
}
