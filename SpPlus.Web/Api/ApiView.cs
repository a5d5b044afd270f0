using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Reference;
using SpPlus.Web.Experiences;
using SpPlus.Web.Kit;
using SpPlus.Web.Reference;

namespace SpPlus.Web.Api;

/// <summary>What the API says of a public experience: what its page says, with ids beside the names. Names are in French.</summary>
internal static class ApiView
{
    public static ApiExperience Of(PublicExperience experience, ReferenceBook book, string origin) => new()
    {
        Id = experience.Id.Value,
        Page = $"{origin}/experiences/{experience.Id}",
        Title = experience.Title,
        Story = experience.Story,
        Pseudonym = experience.Pseudonym,
        ContactDate = experience.ContactDate,
        WrittenOn = DateOnly.FromDateTime(Dates.Local(experience.WrittenAt).DateTime),
        PublishedAt = experience.PublishedAt,
        Moderated = experience.Moderated,
        Feeling = experience.Feeling,
        Department = experience.Department,
        Country = experience.Country,
        Procedure = experience.Procedure,
        AnswerStatus = experience.AnswerStatus,
        GeneralTags = [.. experience.GeneralTags.Select(t => Subject(t.Tag, book.GeneralTag(t.Tag), t.Feeling))],
        Structures = [.. experience.Standings.Select(s => Structure(s, book))],
    };

    private static ApiStructure Structure(PublicStanding standing, ReferenceBook book) => new()
    {
        Id = standing.Structure.Value,
        Name = book.NameOf(standing.Structure),
        Network = book.NameOf(book.Structures.NetworkOf(standing.Structure)),
        Channels = [.. standing.Channels.Select(c => Subject(c.Channel, book.Channel(c.Channel), c.Feeling))],
        Answer = standing is { Response: { } text, Adopted: null } ? Answer(standing, text) : null,
        Adopted = standing.Adopted?.Value,
        Useful = standing.Useful,
    };

    private static ApiAnswer Answer(PublicStanding standing, string text) => new()
    {
        Courtesy = standing.Courtesy,
        Text = text,
        Signature = standing.Signature,
        AnsweredAt = standing.AnsweredAt ?? standing.PublishedAt,
        Version = standing.Version,
        Complements = standing.Complements?.Value,
    };

    private static ApiSubject Subject(string id, Term? term, Feeling? feeling) => new(id, term?.French ?? id, feeling);
}
