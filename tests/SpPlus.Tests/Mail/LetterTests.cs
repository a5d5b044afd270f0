using Microsoft.Extensions.Options;
using MimeKit;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Mail;
using SpPlus.Silo.Mail.Letters;
using Xunit;

namespace SpPlus.Tests.Mail;

public sealed class LetterTests
{
    private const string Address = "personne@exemple.fr";
    private const string Token = "jeton-prive_0123456789";

    private static readonly ExperienceId Id = ExperienceId.From("letters");
    private static readonly LetterLinks Links = new(Options.Create(new PublicSiteOptions { PublicAddress = "https://spplus.exemple/" }));

    public static TheoryData<string, string> EveryLetter()
    {
        var data = new TheoryData<string, string>();
        foreach (var step in Steps.Keys)
            foreach (var language in (string[])["fr", "en"])
                data.Add(step, language);
        return data;
    }

    private static Dictionary<string, Fact[]> Steps { get; } = new()
    {
        [MailStep.Received] = [Told.Submitted],
        [MailStep.Link] = [Told.Submitted],
        [MailStep.Published] = [Told.Submitted, Told.Published, Told.Attached, Told.Commented],
        [MailStep.PublishedAfterModeration] = [Told.Submitted, Told.Moderated, Told.Attached, Told.Commented],
        [MailStep.Rejected] = [Told.Submitted, Told.Rejected],
        [MailStep.ResponsePublished] = [Told.Submitted, Told.Published, Told.Attached, Told.Commented, Told.Answered],
    };

    [Theory]
    [MemberData(nameof(EveryLetter))]
    public void A_letter_says_its_step_and_leads_to_the_private_page(string step, string language)
    {
        var mail = Mail(step, language, Steps[step]);
        foreach (var body in (string[])[mail.TextBody!, mail.HtmlBody!])
        {
            Assert.Contains($"https://spplus.exemple/suivi/{Id.Value}/{Token}", body, StringComparison.Ordinal);
            Assert.Equal(
                step is not (MailStep.Received or MailStep.Rejected or MailStep.Link),
                body.Contains($"https://spplus.exemple/experiences/{Id.Value}", StringComparison.Ordinal));
        }

        Assert.Contains(Id.Value, mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\">", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains(language == "fr" ? "Bonjour," : "Hello,", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(language == "fr" ? "Personne ne voit votre adresse" : "Nobody sees your e-mail address", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(language, mail.Headers[HeaderId.ContentLanguage]);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
    }

    [Theory]
    [MemberData(nameof(EveryLetter))]
    public void A_letter_holds_no_address_no_comment_no_agent_and_loads_nothing(string step, string language)
    {
        var mail = Mail(step, language, Steps[step]);
        foreach (var body in (string[])[mail.TextBody!, mail.HtmlBody!, mail.Subject!])
        {
            Assert.DoesNotContain(Address, body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Told.Comment, body, StringComparison.Ordinal);
            Assert.DoesNotContain(Told.Agent, body, StringComparison.Ordinal);
        }

        foreach (var loading in (string[])["<img", "<script", "<link", "<b>", "url(", " src="])
            Assert.DoesNotContain(loading, mail.HtmlBody, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_moderators_words_and_the_reason_are_told()
    {
        var rejected = Mail(MailStep.Rejected, "fr", Steps[MailStep.Rejected]);
        Assert.Contains("Votre texte met en cause une personne", rejected.TextBody, StringComparison.Ordinal);
        Assert.Contains("> Un nom a été masqué.\n> Le reste <est> inchangé.", rejected.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Un nom a été masqué.<br>", rejected.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("&lt;est&gt;", rejected.HtmlBody, StringComparison.Ordinal);
        Assert.Contains(
            "Your text accuses a person", Mail(MailStep.Rejected, "en", Steps[MailStep.Rejected]).TextBody, StringComparison.Ordinal);
        Assert.Contains(
            "Un nom a été masqué.",
            Mail(MailStep.PublishedAfterModeration, "fr", Steps[MailStep.PublishedAfterModeration]).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void The_structure_that_answered_is_named()
    {
        var mail = Mail(MailStep.ResponsePublished, "fr", Steps[MailStep.ResponsePublished]);
        Assert.True(ShippedBook.Book.Structures.TryGet(Told.Structure, out var structure));
        Assert.Contains(structure.Name, mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_is_longer_than_SMTP_carries_however_much_the_moderators_wrote()
    {
        var words = new ExperienceRejected { Reason = "duplicate", Words = string.Concat(Enumerable.Repeat("é", 1_000)) };
        using var stream = new MemoryStream();
        Mail(MailStep.Rejected, "fr", [Told.Submitted, words]).WriteTo(stream);
        Assert.All(System.Text.Encoding.ASCII.GetString(stream.ToArray()).Split('\n'), line => Assert.True(line.Length < 998));
    }

    [Fact]
    public void A_step_that_no_longer_holds_is_not_told()
    {
        var unpublished = new ExperienceUnpublished { Reason = "signalée" };
        foreach (var step in (string[])[MailStep.Published, MailStep.PublishedAfterModeration, MailStep.ResponsePublished])
            Assert.Null(Letter(step, "fr", [.. Steps[step], unpublished]));
    }

    [Fact]
    public void Every_attempt_of_a_step_has_the_same_identifier_and_every_step_its_own()
    {
        var ids = Steps.Keys.SelectMany(step => new[] { Mail(step, "fr", Steps[step]), Mail(step, "fr", Steps[step]) })
            .Select(m => m.MessageId).ToArray();
        Assert.Equal(Steps.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.EndsWith("@spplus.exemple", id, StringComparison.Ordinal));
        Assert.NotEqual(Key("x").MessageId("d"), (Key("x") with { Version = 2 }).MessageId("d"));
    }

    private static MimeMessage Mail(string step, string language, Fact[] facts) => Envelope.Of(
        Letter(step, language, facts)!, Key(step), new("SpPlus", "ne-pas-repondre@spplus.exemple"), Address, DateTimeOffset.UnixEpoch);

    private static Letter? Letter(string step, string language, Fact[] facts) => LetterWriter.Write(
        Key(step), Told.History(Id, facts).Aggregate(Experience.None, Fold.Apply), language, Token, Links, ShippedBook.Book);

    private static MailKey Key(string step) => new()
    {
        Experience = Id, Step = step, Structure = step == MailStep.ResponsePublished ? Told.Structure.Value : "",
    };
}
