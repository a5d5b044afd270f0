using System.Text;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Privacy;
using Xunit;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.Experiences.Decisions;

public sealed class SubmissionTests
{
    private static readonly string Arabic = "انتظرت ثلاثة أشهر دون أي رد من الإدارة رغم رسائلي الكثيرة المتكررة";

    [Fact]
    public void The_shortest_and_the_longest_texts_are_taken_and_one_character_beyond_is_not()
    {
        Assert.Empty(Problems(Submission() with { Title = "Merci", Story = new('é', 50) }));
        Assert.Empty(Problems(Submission() with { Title = new('x', 150), Story = new('x', 10_000), Pseudonym = new('x', 40), Procedure = new('x', 150) }));
        Assert.Equal(
            ["Title TooShort", "Story TooShort"], Problems(Submission() with { Title = "Mais", Story = new('x', 49) }));
        Assert.Equal(
            ["Title TooLong", "Story TooLong", "Pseudonym TooLong", "Procedure TooLong", "Campaign TooLong"],
            Problems(Submission() with
            {
                Title = new('x', 151), Story = new('x', 10_001), Pseudonym = new('x', 41), Procedure = new('x', 151), Campaign = new('x', 61),
            }));
    }

    [Fact]
    public void A_megabyte_is_refused_with_its_length() =>
        Assert.Equal(1_048_576, Assert.Single(Decided(Submission() with { Story = new('x', 1_048_576) }).Refused!.Errors).Actual);

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t  ")]
    [InlineData("\u200b\u200b\u200b\u200b\u200b\u200b")]
    [InlineData("\u200d\u200d\u200c\u200c\u2060\u2060")]
    [InlineData("\u0000\u0001\u0002\u0003\u0007\u001b")]
    [InlineData("\u3164\u3164\u3164\u3164\u3164\u3164")]
    [InlineData("\u2800\u2800\u2800\u2800\u2800\u2800")]
    [InlineData("\u0301\u0302\u0303\u0304\u0305\u0306")]
    [InlineData("\u00ad\ufeff\u202e\u2066\u2069\u180e")]
    public void A_title_with_nothing_to_read_in_it_is_missing(string title) =>
        Assert.Equal(["Title Missing"], Problems(Submission() with { Title = title }));

    [Theory]
    [InlineData("Caf\u0000 fermée", "Caf fermée")]
    [InlineData("Caf\u202e fermée", "Caf fermée")]
    [InlineData("Cafe\u0301 ferme\u0301", "Café fermé")]
    [InlineData("Caf\u001b[31m fermée", "Caf[31m fermée")]
    [InlineData("👩‍👩‍👧 👍🏽 bravo", "👩‍👩‍👧 👍🏽 bravo")]
    [InlineData("Ligne\r\nBcc: a@b.fr", "Ligne Bcc: a@b.fr")]
    [InlineData("Deux\u2028lignes\u0085encore", "Deux lignes encore")]
    public void A_title_is_one_honest_line(string typed, string kept) =>
        Assert.Equal(kept, SubmissionDecisions.TextOf(Submission() with { Title = typed }).Title);

    [Fact]
    public void Half_a_character_is_shown_as_one_that_is_unknown() =>
        Assert.Equal("Caf\ufffd fermée", SubmissionDecisions.TextOf(Submission() with { Title = "Caf\ud800 fermée" }).Title);

    [Fact]
    public void A_story_keeps_its_paragraphs_and_its_direction()
    {
        Assert.Equal("Un\n\ndeux\ntrois", SubmissionDecisions.TextOf(Submission() with { Story = " Un\r\n\r\ndeux\rtrois\n" }).Story);
        Assert.Equal(Arabic, SubmissionDecisions.TextOf(Submission() with { Story = Arabic }).Story);
        Assert.Empty(Problems(Submission() with { Title = "انتظار طويل", Story = Arabic }));
    }

    [Fact]
    public void Whatever_is_typed_can_be_stored_and_cleaning_it_again_changes_nothing()
    {
        var random = new Random(17);
        for (var i = 0; i < 2_000; i++)
        {
            var typed = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(random.Next(4) == 0 ? 0x10000 : 0x250))]);
            var clean = Words.Clean(typed)!;
            Assert.Equal(clean, Words.Clean(clean));
            Assert.Equal(clean, Encoding.UTF8.GetString(new UTF8Encoding(false, true).GetBytes(clean)));
            Assert.DoesNotContain('\0', clean);
            Assert.True(clean.IsNormalized());
        }
    }

    [Fact]
    public void Noncharacters_are_left_out()
    {
        string[] typed = ["a\uFFFEb", "\uFDD0ab\uFFFF", "a\uD83F\uDFFEb"];
        Assert.All(typed, text => Assert.Equal("ab", Words.Clean(text)));
        Assert.Equal("\uFDCFa\uFFFDb\uD83D\uDC1D", Words.Clean("\uFDCFa\uFFFDb\uD83D\uDC1D"));
    }

    [Fact]
    public void Every_mistake_is_told_at_once()
    {
        var problems = Problems(Submission() with
        {
            Title = "", Feeling = 0, ContactDate = new(2026, 3, 4), Department = "999", Email = "pas une adresse",
            Services = [new() { Structure = Id("no-such-structure") }],
        });
        Assert.Equal(
            ["Title Missing", "Feeling Missing", "ContactDate InTheFuture", "Department Unknown", "Services Unknown", "Email Malformed"], problems);
    }

    [Fact]
    public void The_contact_is_today_somewhere_on_Earth_at_the_latest()
    {
        Assert.Empty(Problems(Submission() with { ContactDate = new(2026, 3, 2) }));
        Assert.Equal(["ContactDate InTheFuture"], Problems(Submission() with { ContactDate = new(2026, 3, 3) }));
        Assert.Equal(["ContactDate Malformed"], Problems(Submission() with { ContactDate = default }));
    }

    [Fact]
    public void Up_to_five_services_each_named_once()
    {
        var five = new[] { "caf-gironde", "cpam-gironde", "cnaf", "cnam", "dgfip" }.Select(s => new ServiceConcerned { Structure = Id(s) }).ToArray();
        Assert.Empty(Problems(Submission() with { Services = [.. five] }));
        Assert.Equal(["Services TooMany"], Problems(Submission() with { Services = [.. five, new() { Structure = Id("caf-paris") }] }));
        Assert.Equal(["Services Malformed"], Problems(Submission() with { Services = [five[0], five[0]] }));
        Assert.Equal(["Services Malformed"], Problems(Submission() with { Services = [five[0] with { Channels = default }] }));
    }

    [Theory]
    [InlineData("prenom.nom@exemple.fr")]
    [InlineData("prenom+sp@sous.domaine.exemple.fr")]
    [InlineData("o'neil@exemple.fr")]
    [InlineData("  prenom@exemple.fr ")]
    [InlineData("élodie@exemple.fr")]
    public void An_address_that_mail_can_reach_is_taken(string email) => Assert.Empty(Problems(Submission() with { Email = email }));

    [Theory]
    [InlineData("nom")]
    [InlineData("nom@")]
    [InlineData("@exemple.fr")]
    [InlineData("nom@exemple")]
    [InlineData("nom@exemple.fr.")]
    [InlineData("nom@.fr")]
    [InlineData("nom@exemple..fr")]
    [InlineData("nom@@exemple.fr")]
    [InlineData("nom@[127.0.0.1]")]
    [InlineData("nom@exemple.fr, autre@exemple.fr")]
    [InlineData("nom@exemple.fr;autre@exemple.fr")]
    [InlineData("Nom <nom@exemple.fr>")]
    [InlineData("nom@exemple.fr\r\nBcc: autre@exemple.fr")]
    [InlineData("nom\t@exemple.fr")]
    [InlineData("nom@exemple.fr\u0000")]
    [InlineData("nom\u202e@exemple.fr")]
    [InlineData("nom(commentaire)@exemple.fr")]
    public void An_address_that_mail_cannot_reach_is_malformed(string email) =>
        Assert.Equal(["Email Malformed"], Problems(Submission() with { Email = email }));

    [Fact]
    public void No_address_is_longer_than_mail_allows() =>
        Assert.False(EmailAddress.IsWellFormed(new string('x', 244) + "@exemple.fr"));

    private static SubmitExperience Submission() => New.Submission();

    private static Decision Decided(SubmitExperience command) => An.UnknownExperience.Decide(command, An.UnknownExperience.By(null));

    private static IEnumerable<string> Problems(SubmitExperience command) =>
        Decided(command).Refused?.Errors.Select(e => $"{e.Field} {e.Problem}") ?? [];
}
