using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Experiences;
using SpPlus.Web.OpenData;
using SpPlus.Web.Reference;

namespace SpPlus.Tests.Web.OpenData;

internal static class OpenDataSample
{
    public static readonly StructureId Caf = StructureId.Parse("caf-gironde"), Cpam = StructureId.Parse("cpam-gironde");

    private static readonly DateTimeOffset Published = new(2026, 3, 2, 23, 30, 0, TimeSpan.Zero);

    public static PublicExperience Experience(params PublicStanding[] standings) => new()
    {
        Id = ExperienceId.Parse("7K2QM-4RDXC"),
        Title = "Un dossier perdu",
        Story = "Il a été retrouvé.",
        ContactDate = new(2026, 2, 27),
        Feeling = Feeling.Negative,
        WrittenAt = Published.AddDays(-1),
        PublishedAt = Published,
        Moderated = false,
        AnswerStatus = AnswerStatus.Partial,
        Standings = [.. standings],
    };

    public static PublicStanding Answered(StructureId structure, string response, int version = 1) => new()
    {
        Structure = structure, Status = ResponseStatus.Published, Courtesy = "Bonjour,", Response = response, Signature = "La direction", Version = version, PublishedAt = Published.AddDays(1),
    };

    public static PublicStanding Adopted(StructureId structure, StructureId from, int version) => new()
    {
        Structure = structure, Status = ResponseStatus.Adopted, Adopted = from, AdoptedVersion = version, PublishedAt = Published.AddDays(2),
    };

    /// <summary>Each row by its columns' names.</summary>
    public static IReadOnlyList<Dictionary<string, string?>> Rows(PublicExperience experience) =>
        [.. OpenDataRow.Of(experience, []).Select(row => OpenDataColumns.Of(ReferenceBook.Empty).ToDictionary(c => c.Name, c => c.Value(row)))];

    public static async IAsyncEnumerable<IReadOnlyList<OpenDataRow>> Pages(params PublicExperience[] experiences)
    {
        foreach (var experience in experiences)
        {
            await Task.Yield();
            yield return [.. OpenDataRow.Of(experience, [])];
        }
    }
}
