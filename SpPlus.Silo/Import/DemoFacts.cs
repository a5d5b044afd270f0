using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Journal;
using SpPlus.Silo.Reference;

namespace SpPlus.Silo.Import;

/// <summary>A demonstration experience as the facts of one operation, its dates told from now, none of them to come.</summary>
internal static class DemoFacts
{
    private static readonly TimeSpan Writing = TimeSpan.FromHours(5);
    private static readonly TimeSpan Moderation = TimeSpan.FromHours(18);
    private static readonly TimeSpan Adoption = TimeSpan.FromHours(20);

    public static Append Of(DemoExperience experience, ReferenceBook reference, DateTimeOffset now)
    {
        var source = $"demo:{experience.Title}";
        var contact = now - TimeSpan.FromDays(experience.ContactDaysAgo);
        var submitted = Earliest(contact + Writing, now);
        var published = Earliest(submitted + Moderation, now);
        var structures = experience.Structures.Select(StructureId.Parse).ToArray();
        var facts = new TimedFacts();
        facts.Add(submitted, new ExperienceSubmitted
        {
            ContactDate = DateOnly.FromDateTime(contact.UtcDateTime),
            Department = experience.Department,
            Country = experience.Country,
            Feeling = experience.Feeling,
            Services = [.. structures.Select(s => new ServiceConcerned { Structure = s, Channels = ChannelsOf(experience, s) })],
            Language = "fr",
            HasAddress = false,
            Source = source,
        });
        facts.Add(published, new ExperiencePublished
        {
            Title = experience.Title,
            Story = experience.Story,
            Pseudonym = experience.Pseudonym,
            Procedure = reference.Data.Procedures.FirstOrDefault(p => p.Id == experience.Procedure)?.Name ?? experience.Procedure,
            Moderated = false,
        });
        foreach (var structure in structures)
            facts.Add(published, new StructureAttached { Structure = structure, Channels = ChannelsOf(experience, structure) });
        if (!experience.Tags.IsEmpty) facts.Add(published, new GeneralTagsQualified { Tags = experience.Tags });
        foreach (var (at, fact) in Answers(experience, published, now).OrderBy(a => a.At)) facts.Add(at, fact);
        return facts.ToAppend(ExperienceId.From(source), new(SHA256.HashData(Encoding.UTF8.GetBytes($"import {source}")).AsSpan(0, 16)));
    }

    private static IEnumerable<(DateTimeOffset At, Fact Fact)> Answers(
        DemoExperience experience, DateTimeOffset published, DateTimeOffset now)
    {
        foreach (var answer in experience.Answers)
        {
            var first = StructureId.Parse(answer.Structure);
            var at = Earliest(published + TimeSpan.FromHours(answer.HoursAfter), now);
            yield return (at, Published(answer, complements: null));
            foreach (var adopting in answer.AdoptedBy ?? [])
            {
                yield return (Earliest(at + Adoption, now), new ResponseAdopted
                {
                    Structure = StructureId.Parse(adopting), Adopted = first, AdoptedVersion = 1,
                });
            }

            foreach (var complement in answer.ComplementBy ?? [])
                yield return (Earliest(published + TimeSpan.FromHours(complement.HoursAfter), now), Published(complement, first));
        }
    }

    private static ResponsePublished Published(DemoAnswer answer, StructureId? complements) => new()
    {
        Structure = StructureId.Parse(answer.Structure),
        Version = 1,
        Response = new()
        {
            Courtesy = answer.Courtesy, Text = answer.Text, Signature = answer.Signature, Complements = complements,
        },
    };

    private static ImmutableArray<ChannelFeeling> ChannelsOf(DemoExperience experience, StructureId structure) =>
        experience.Channels.GetValueOrDefault(structure.Value, []);

    private static DateTimeOffset Earliest(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
