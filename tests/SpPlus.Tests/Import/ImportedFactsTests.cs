using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Import;
using Xunit;

namespace SpPlus.Tests.Import;

public sealed class ImportedFactsTests
{
    private static readonly ImportedExperience Simple = new()
    {
        Source = "open-data:1",
        Title = "Un titre",
        Story = "Un récit.",
        Feeling = Feeling.Negative,
        WrittenAt = An.Instant.AddDays(-10),
        PublishedAt = An.Instant.AddDays(-9),
        AnsweredAt = An.Instant.AddDays(-7),
        Structures = [new() { Name = "Caf du Gard", Channels = ["Téléphone", "Pigeon"], Response = "Merci." }],
    };

    [Fact]
    public void They_fold_to_a_published_and_answered_experience_with_the_dates_of_the_source()
    {
        var (experience, remarks) = Fold(Simple);

        Assert.Equal(ExperienceStatus.Published, experience.Status);
        Assert.Equal(AnswerStatus.Answered, experience.AnswerStatus());
        Assert.Equal(Simple.WrittenAt, experience.SubmittedAt);
        Assert.Equal(Simple.PublishedAt, experience.PublishedAt);
        Assert.Equal(Simple.AnsweredAt, experience.Standings[0].AnsweredAt);
        Assert.Equal(Simple.PublishedAt, experience.Standings[0].ConcernedSince);
        Assert.Equal(["phone"], experience.Standings[0].Channels.Select(c => c.Channel));
        Assert.Equal("open-data:1", experience.Source);
        Assert.Null(experience.TrackingTokenHash);
        Assert.Contains(new(RemarkKind.UnknownChannel, "Pigeon"), remarks);
        Assert.Contains(new(RemarkKind.StoryTooShort), remarks);
    }

    [Fact]
    public void The_same_experience_gives_the_same_operation()
    {
        var (one, other) = (ImportedFacts.Of(Simple, An.Vocabulary, []), ImportedFacts.Of(Simple with { Title = "Autre" }, An.Vocabulary, []));

        Assert.Equal((one.Experience, one.OperationId), (other.Experience, other.OperationId));
    }

    [Fact]
    public void Structures_that_nothing_knows_come_together_outside_the_platform_and_sign_their_words()
    {
        var (experience, remarks) = Fold(Simple with
        {
            Structures = [new() { Name = "Mairie de Nulle-Part", Response = "Un." }, new() { Name = "Office du Vent", Response = "Deux." }],
        });

        var standing = Assert.Single(experience.Standings);
        Assert.Equal("hors-structures", standing.Structure.Value);
        Assert.Equal("Un.\n\nDeux.", standing.Published!.Response.Text);
        Assert.Equal("Mairie de Nulle-Part ; Office du Vent", standing.Published.Response.Signature);
        Assert.Equal(2, remarks.Count(r => r.Kind == RemarkKind.UnknownStructure));
    }

    [Fact]
    public void A_common_response_is_published_by_the_first_and_adopted_by_the_others()
    {
        var (experience, _) = Fold(Simple with
        {
            Structures = [Simple.Structures[0], new() { Name = "CNAV", SharesFirstResponse = true }, new() { Name = "CNAM", Response = "Merci." }],
        });

        Assert.Equal([ResponseStatus.Published, ResponseStatus.Adopted, ResponseStatus.Adopted], experience.Standings.Select(s => s.Status));
        Assert.All(experience.Standings.Skip(1), s => Assert.Equal("caf-gard", s.Adoption!.Adopted.Value));
    }

    [Fact]
    public void Business_tags_go_to_the_network_that_has_them()
    {
        var (experience, remarks) = Fold(Simple with { BusinessTags = ["rsa", "Apiculture"], Improvement = "Mieux répondre au téléphone" });

        Assert.Equal(["cnaf-income-support"], experience.Standings[0].BusinessTags.ToArray());
        Assert.Equal(["phone-availability"], experience.Standings[0].Improvements.ToArray());
        Assert.Contains(new(RemarkKind.UnknownBusinessTag, "Apiculture"), remarks);
    }

    [Fact]
    public void Demonstration_experiences_fold_and_none_of_their_dates_is_to_come()
    {
        foreach (var demo in DemoSeed.Shipped())
        {
            var append = DemoFacts.Of(demo, An.Book, An.Instant);

            Assert.All(append.Times, t => Assert.True(t <= An.Instant));
            Assert.Equal(append.Times.Order(), append.Times);
            var experience = append.Facts.Select((f, i) => append.ToRecorded(i, f)).Aggregate(Experience.None, Silo.Experiences.Fold.Apply);
            Assert.Equal(ExperienceStatus.Published, experience.Status);
            Assert.Equal(demo.Structures, experience.Standings.Select(s => s.Structure.Value));
            Assert.Equal(demo.Answers.IsEmpty, experience.AnswerStatus() == AnswerStatus.Awaiting);
        }
    }

    private static (Experience Experience, List<Remark> Remarks) Fold(ImportedExperience imported)
    {
        var remarks = new List<Remark>();
        var append = ImportedFacts.Of(imported, An.Vocabulary, remarks);
        Assert.IsType<ExperienceSubmitted>(append.Facts[0]);
        return (append.Facts.Select((f, i) => append.ToRecorded(i, f)).Aggregate(Experience.None, Silo.Experiences.Fold.Apply), remarks);
    }
}
