using Microsoft.Extensions.Options;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.ImprovementActions;
using SpPlus.Silo.Mail;
using SpPlus.Silo.Mail.Letters;
using SpPlus.Tests.Mail;
using Xunit;

namespace SpPlus.Tests.ImprovementActions;

public sealed class ImprovementActionLetterTests
{
    private static readonly ExperienceId Id = ExperienceId.From("letters");
    private static readonly ImprovementActionId Action = ImprovementActionId.From("letters");
    private static readonly LetterLinks Links = new(Options.Create(new PublicSiteOptions { PublicAddress = "https://spplus.exemple/" }));
    private static readonly Fact[] Public = [Told.Submitted, Told.Published, Told.Attached];

    [Theory]
    [InlineData("fr", ImprovementActionState.Committed, "s’engage")]
    [InlineData("fr", ImprovementActionState.Done, "est réalisée")]
    [InlineData("en", ImprovementActionState.Committed, "commits to a change")]
    [InlineData("en", ImprovementActionState.Done, "is done")]
    public void A_letter_says_the_state_what_changes_and_leads_to_the_private_page_and_to_the_action_s(string language, ImprovementActionState state, string said)
    {
        var letter = Letter(state, language, Past(state), Public)!;
        Assert.Contains(said, letter.Heading, StringComparison.Ordinal);
        Assert.Contains(Id.Value, letter.Subject, StringComparison.Ordinal);
        foreach (var body in (string[])[PlainLetter.Of(letter), HtmlLetter.Of(letter)])
        {
            Assert.Contains($"https://spplus.exemple/suivi/{Id}/jeton", body, StringComparison.Ordinal);
            Assert.Contains($"https://spplus.exemple/actions/{Action}", body, StringComparison.Ordinal);
        }

        Assert.Contains(NewAction.Text, PlainLetter.Of(letter), StringComparison.Ordinal);
        Assert.Contains("Direction régionale Nouvelle-Aquitaine", PlainLetter.Of(letter), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_agents_wrote_is_text_and_nothing_else()
    {
        var hostile = Past(ImprovementActionState.Committed) with { Title = "<img src=x onerror=alert(1)>", Text = "<script>alert('non')</script> et la suite" };
        var html = HtmlLetter.Of(Letter(ImprovementActionState.Committed, "fr", hostile, Public)!);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_that_no_longer_holds_and_an_experience_that_is_not_public_are_not_told()
    {
        Assert.Null(Letter(ImprovementActionState.Committed, "fr", Past(ImprovementActionState.Done), Public));
        Assert.Null(Letter(ImprovementActionState.Done, "fr", Past(ImprovementActionState.Done), [.. Public, new ExperienceUnpublished { Reason = "signalée" }]));
        Assert.Null(Letter(ImprovementActionState.Done, "fr", action: null, Public));
    }

    [Fact]
    public void Each_action_and_each_state_is_a_mail_of_its_own()
    {
        var key = Key(ImprovementActionState.Committed);
        string[] ids = [key.MessageId("d"), Key(ImprovementActionState.Done).MessageId("d"), (key with { Structure = ImprovementActionId.From("another").Value }).MessageId("d")];
        Assert.Equal(3, ids.Distinct().Count());
    }

    private static ImprovementAction Past(ImprovementActionState state) =>
        (state == ImprovementActionState.Done ? PastAction.None.Committed().Done() : PastAction.None.Committed()).State;

    private static Letter? Letter(ImprovementActionState state, string language, ImprovementAction? action, Fact[] facts) => LetterWriter.Write(
        Key(state), Told.History(Id, facts).Aggregate(Experience.None, Fold.Apply), language, "jeton", Links, ShippedBook.Book, action);

    private static MailKey Key(ImprovementActionState state) =>
        new() { Experience = Id, Step = MailStep.ImprovementAction, Structure = Action.Value, Version = (int)state };
}
