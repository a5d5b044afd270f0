using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Journal;

namespace SpPlus.Silo.Import;

/// <summary>An imported experience as the facts of one operation. Pure: a second import gives the same operation on the same id.</summary>
internal static class ImportedFacts
{
    public static Append Of(ImportedExperience experience, ImportVocabulary vocabulary, ICollection<Remark> remarks)
    {
        var concerned = ConcernedStructure.Merge(experience.Structures, vocabulary, remarks);
        CheckLimits(experience, concerned, remarks);
        var facts = new TimedFacts();
        facts.Add(experience.WrittenAt, new ExperienceSubmitted
        {
            ContactDate = DateOnly.FromDateTime(experience.WrittenAt.UtcDateTime),
            Department = experience.Department,
            Country = experience.Country,
            Feeling = experience.Feeling,
            Services = [.. concerned.Select(c => new ServiceConcerned { Structure = c.Structure, Channels = c.Channels })],
            Language = "fr",
            HasAddress = false,
            Source = experience.Source,
        });
        facts.Add(experience.PublishedAt, new ExperiencePublished
        {
            Title = experience.Title,
            Story = experience.Story,
            Pseudonym = experience.Pseudonym,
            Procedure = experience.Procedure,
            Moderated = experience.Moderated,
        });
        foreach (var c in concerned)
            facts.Add(experience.PublishedAt, new StructureAttached { Structure = c.Structure, Channels = c.Channels });
        Qualify(experience, concerned, vocabulary, remarks, facts);
        Answer(experience, concerned, facts);
        var id = ExperienceId.From(experience.Source);
        return facts.ToAppend(id, new(SHA256.HashData(Encoding.UTF8.GetBytes($"import {experience.Source}")).AsSpan(0, 16)));
    }

    private static void Qualify(
        ImportedExperience experience,
        ImmutableArray<ConcernedStructure> concerned,
        ImportVocabulary vocabulary,
        ICollection<Remark> remarks,
        TimedFacts facts)
    {
        var at = experience.PublishedAt;
        if (!experience.GeneralTags.IsEmpty) facts.Add(at, new GeneralTagsQualified { Tags = experience.GeneralTags });
        foreach (var label in experience.BusinessTags)
            if (concerned.All(c => vocabulary.BusinessTag(c.Structure, label) is null))
                remarks.Add(new(RemarkKind.UnknownBusinessTag, label));
        foreach (var c in concerned)
        {
            var tags = experience.BusinessTags.Select(label => vocabulary.BusinessTag(c.Structure, label)).OfType<string>().Distinct();
            if (tags.ToImmutableArray() is { IsEmpty: false } own)
                facts.Add(at, new BusinessTagsQualified { Structure = c.Structure, Tags = own });
        }

        if (experience.Improvement is not { } improvement) return;
        var known = vocabulary.Improvement(improvement);
        facts.Add(at, new ImprovementsNoted
        {
            Structure = concerned[0].Structure,
            Improvements = known is null ? [] : [known],
            Words = known is null ? improvement : null,
        });
    }

    private static void Answer(ImportedExperience experience, ImmutableArray<ConcernedStructure> concerned, TimedFacts facts)
    {
        var published = new Dictionary<string, StructureId>();
        foreach (var c in concerned)
        {
            if ((c.Response ?? (c.SharesFirstResponse ? concerned[0].Response : null)) is not { } text) continue;
            // The same text twice is one response that the second structure put its name to.
            if (published.TryGetValue(text, out var first))
            {
                facts.Add(experience.AnsweredAt, new ResponseAdopted { Structure = c.Structure, Adopted = first, AdoptedVersion = 1 });
                continue;
            }

            published.Add(text, c.Structure);
            facts.Add(experience.AnsweredAt, new ResponsePublished
            {
                Structure = c.Structure, Version = 1, Response = new() { Text = text, Signature = c.Signature },
            });
        }
    }

    private static void CheckLimits(
        ImportedExperience experience, ImmutableArray<ConcernedStructure> concerned, ICollection<Remark> remarks)
    {
        Note(RemarkKind.TitleOutOfLimits, experience.Title.Length is < 5 or > 150);
        Note(RemarkKind.StoryTooShort, experience.Story.Length < 50);
        Note(RemarkKind.StoryTooLong, experience.Story.Length > 10_000);
        Note(RemarkKind.PseudonymTooLong, experience.Pseudonym?.Length > 40);
        Note(RemarkKind.ProcedureTooLong, experience.Procedure?.Length > 150);
        Note(RemarkKind.ResponseTooLong, concerned.Any(c => c.Response?.Length > 10_000));
        Note(RemarkKind.TooManyStructures, concerned.Length > 20);

        void Note(RemarkKind kind, bool applies)
        {
            if (applies) remarks.Add(new(kind));
        }
    }
}
