using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences;
using Xunit;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.Experiences.Decisions;

public sealed class ResponseDecisionTests
{
    private const string Caf = "caf-gironde";
    private const string Cpam = "cpam-gironde";
    private static readonly Account Writer = Account(Profile.Agent, Caf, "writer");
    private static readonly Account Validator = Account(Profile.SuperAgent, Caf, "validator");
    private static readonly Account OtherValidator = Account(Profile.SuperAgent, "cnaf", "other validator");
    private static readonly Account CpamAgent = Account(Profile.Agent, Cpam);

    [Fact]
    public void Who_adopts_another_text_asks_nobody_to_validate_the_own_one_any_more_and_keeps_it()
    {
        var an = An.Experience.Published(Caf, Cpam).AnsweredBy(Cpam).AwaitingValidation(Caf).AdoptedBy(Caf, Cpam);
        var standing = an.State.StandingOf(Id("caf-gironde"))!;
        Assert.Equal((Stage.Amending, "À valider"), (Stages.Of(standing), standing.Draft!.Response.Text));
        Assert.Equal(
            Refusal.ValidationRequired,
            an.Refusal(New.Response("caf-gironde", standing.Version, standing.Draft.Response), Account(Profile.SuperAgent, "cnaf")));
    }

    [Fact]
    public void The_validator_is_not_the_author_of_the_text()
    {
        var own = An.Experience.Published(Caf).AwaitingValidation(Caf, Validator, "Mon texte");
        var text = An.Text("Mon texte");
        Assert.Equal(Refusal.ValidatorIsAuthor, own.Refusal(New.Response(Caf, 1, text), Validator));
        Assert.Equal(Refusal.None, own.Refusal(New.Response(Caf, 1, text), OtherValidator));
    }

    [Fact]
    public void A_validator_who_changes_the_text_while_publishing_has_become_its_author()
    {
        var awaiting = An.Experience.Published(Caf).AwaitingValidation(Caf, Writer, "Le texte de l’agent");
        Assert.Equal(Refusal.ValidatorIsAuthor, awaiting.Refusal(New.Response(Caf, 1, An.Text("Le texte du valideur")), Validator));
        Assert.Equal(Refusal.None, awaiting.Refusal(New.Response(Caf, 1, An.Text(" Le texte de l’agent ")), Validator));
    }

    [Fact]
    public void Somebody_else_who_asks_for_validation_does_not_make_the_text_theirs()
    {
        var awaiting = An.Experience.Published(Caf).DraftedBy(Caf, Validator, "Le texte").AwaitingValidation(Caf, Writer, "Le texte");
        Assert.Equal("validator", awaiting.State.StandingOf(Id(Caf))!.Draft!.By.Subject);
        Assert.Equal(Refusal.ValidatorIsAuthor, awaiting.Refusal(New.Response(Caf, 2, An.Text("Le texte")), Validator));
        Assert.Equal(Refusal.None, awaiting.Refusal(New.Response(Caf, 2, An.Text("Le texte")), OtherValidator));
    }

    [Fact]
    public void Where_the_network_asks_for_no_validation_an_agent_publishes_alone()
    {
        var agent = Account(Profile.Agent, "france-travail");
        Assert.Equal(Refusal.None, An.Experience.Published("france-travail").Refusal(New.Response("france-travail", 0), agent));
    }

    [Fact]
    public void The_word_that_came_with_a_text_sent_back_stays_until_it_is_submitted_again()
    {
        var back = An.Experience.Published(Caf).AwaitingValidation(Caf, Writer).SentBack(Caf, Validator, "Plus court").DraftedBy(Caf, Writer, "Moins");
        Assert.Equal("Plus court", back.State.StandingOf(Id(Caf))!.Draft!.SentBackWord);
        Assert.Null(back.AwaitingValidation(Caf, Writer, "Moins").State.StandingOf(Id(Caf))!.Draft!.SentBackWord);
    }

    [Fact]
    public void Two_agents_of_one_structure_do_not_overwrite_one_another()
    {
        var drafted = An.Experience.Published(Caf).DraftedBy(Caf, Writer);
        var refused = drafted.Decide(New.Draft(Caf, 0), Validator).Refused!;
        Assert.Equal((Refusal.StaleVersion, 1), (refused.Refusal, refused.Version));
    }

    [Fact]
    public void Two_structures_never_make_one_another_stale()
    {
        var drafted = An.Experience.Published(Caf, Cpam).DraftedBy(Caf).DraftedBy(Caf).AnsweredBy(Caf);
        Assert.Equal(Refusal.None, drafted.Refusal(New.Draft(Cpam, 0), CpamAgent));
    }

    [Fact]
    public void An_adoption_pins_the_version_that_was_read()
    {
        var answered = An.Experience.Published(Caf, Cpam).AnsweredBy(Caf);
        Assert.Equal(Refusal.None, answered.Refusal(New.Adoption(Cpam, 0, Caf), CpamAgent));
        var stale = answered.Decide(New.Adoption(Cpam, 0, Caf, adoptedVersion: 2), CpamAgent).Refused!;
        Assert.Equal((Refusal.StaleVersion, 1), (stale.Refusal, stale.Version));
    }

    [Fact]
    public void Only_another_structures_published_response_can_be_adopted_or_complemented()
    {
        var drafted = An.Experience.Published(Caf, Cpam, "france-travail").DraftedBy(Caf);
        Assert.Equal(Refusal.NoSuchResponse, drafted.Refusal(New.Adoption(Cpam, 0, Caf), CpamAgent));
        Assert.Equal(Refusal.NoSuchResponse, drafted.Refusal(New.Adoption(Cpam, 0, Cpam), CpamAgent));
        Assert.Equal(Refusal.NoSuchResponse, drafted.Refusal(New.Adoption(Cpam, 0, "caf-paris"), CpamAgent));
        Assert.Equal(Refusal.NoSuchResponse, drafted.Refusal(New.Validation(Cpam, 0, An.Text(complements: Caf)), CpamAgent));
        Assert.Equal(Refusal.NoSuchResponse, drafted.AnsweredBy(Caf).AdoptedBy("france-travail", Caf).Refusal(New.Adoption(Cpam, 0, "france-travail"), CpamAgent));
        Assert.Equal(Refusal.None, drafted.AnsweredBy(Caf).Refusal(New.Validation(Cpam, 0, An.Text(complements: Caf)), CpamAgent));
    }

    [Fact]
    public void A_draft_may_be_empty_and_a_response_may_not()
    {
        var published = An.Experience.Published("france-travail");
        var agent = Account(Profile.Agent, "france-travail");
        Assert.Equal(Refusal.None, published.Refusal(New.Draft("france-travail", 0, An.Text("")), agent));
        Assert.Equal(Refusal.Invalid, published.Refusal(New.Response("france-travail", 0, An.Text("\u200b\u2060 ")), agent));
        Assert.Equal(Refusal.None, published.Refusal(New.Response("france-travail", 0, An.Text(new string('é', 10_000))), agent));
        Assert.Equal(Refusal.Invalid, published.Refusal(New.Response("france-travail", 0, An.Text(new string('é', 10_001))), agent));
    }

    [Fact]
    public void What_is_being_published_is_taken_back_by_who_published_it_and_by_who_may_publish()
    {
        var validated = An.Experience.Published(Caf, Cpam) with { UndoWindow = TimeSpan.FromMinutes(10) };
        validated = validated.AwaitingValidation(Caf);
        validated = validated.Then(New.Response(Caf, 1, validated.State.StandingOf(Id(Caf))!.Draft!.Response), validated.By(Validator));
        Assert.Equal(Refusal.NotAllowed, validated.Refusal(New.TakeBack(Caf, 2), Writer));
        Assert.Equal(Refusal.None, validated.Refusal(New.TakeBack(Caf, 2), OtherValidator));

        var adopted = An.Experience.Published(Caf, Cpam).AnsweredBy(Cpam) with { UndoWindow = TimeSpan.FromMinutes(10) };
        adopted = adopted.Then(New.Adoption(Caf, 0, Cpam, 1), adopted.By(Writer));
        Assert.Equal(Refusal.None, adopted.Refusal(New.TakeBack(Caf, 1), Account(Profile.Agent, Caf, "another writer")));
    }

    [Fact]
    public void Opening_formula_and_signature_come_from_the_structure_s_lists()
    {
        var published = An.Experience.Published(Caf);
        var text = An.Text();
        var formulas = Book.FormulasFor(Id(Caf));
        Assert.Equal(Refusal.None, published.Refusal(New.Draft(Caf, 0, text with { Courtesy = formulas.Courtesies[^1], Signature = formulas.Signatures[^1] }), Writer));
        Assert.Equal(Refusal.Invalid, published.Refusal(New.Draft(Caf, 0, text with { Signature = "Une personne, 06 12 34 56 78" }), Writer));
        Assert.Equal(Refusal.Invalid, published.Refusal(New.Validation(Caf, 0, text with { Courtesy = "Salut" }), Writer));
        Assert.Equal(Refusal.Invalid, published.Refusal(New.Draft(Caf, 0, text with { Signature = Book.FormulasFor(Id(Cpam)).Signatures[^1] }), Writer));
    }

    [Theory]
    [InlineData("\n  Rappelez au 06 12 34 56 78.")]
    [InlineData("Le de\u0301lai\u00ad\u00ad : rappelez au 06 12 34 56 78.")]
    public void A_passage_that_was_looked_at_is_the_one_that_is_found_however_the_text_was_typed(string typed)
    {
        var (published, agent) = (An.Experience.Published("france-travail"), Account(Profile.Agent, "france-travail"));
        var response = New.Response("france-travail", 0, An.Text(typed));
        var marks = Silo.Experiences.Decisions.Decide.For(published.State, response, published.By(agent)).Refused!.Marks;
        Assert.Equal(["06 12 34 56 78"], marks.Select(m => m.Passage));
        Assert.Equal(Refusal.None, published.Refusal(response with { Reviewed = [.. marks.Select(m => m.Passage)] }, agent));
    }

    [Fact]
    public void What_is_missing_altogether_is_refused_and_breaks_nothing()
    {
        var published = An.Experience.Published("france-travail");
        var agent = Account(Profile.SuperAgent, "france-travail");
        Assert.Equal(Refusal.Invalid, published.Refusal(New.Draft("france-travail", 0) with { Response = null! }, agent));
        Assert.Equal(Refusal.Invalid, published.Refusal(New.Validation("france-travail", 0) with { Response = null! }, agent));
        Assert.Equal(Refusal.Invalid, published.Refusal(New.Response("france-travail", 0) with { Response = null! }, agent));
        Assert.Equal(Refusal.Invalid, published.Refusal(New.Response("france-travail", 0, An.Text(null!)), agent));
        Assert.Equal(Refusal.Invalid, published.Refusal(New.Comment(null!), agent));
        Assert.Equal(Refusal.Invalid, published.Refusal(New.Channels("france-travail", 0) with { Channels = default }, agent));
        Assert.Equal(Refusal.Invalid, published.Refusal(New.GeneralTags(0) with { Tags = default }, agent));
        Assert.Equal(Refusal.Invalid, published.Refusal(New.BusinessTags("france-travail", 0) with { Tags = default }, agent));
        Assert.Equal(Refusal.Invalid, published.Refusal(New.BusinessTags("france-travail", 0, null!, "x"), agent));
        Assert.Equal(Refusal.Invalid, published.Refusal(New.Improvements("france-travail", 0) with { Improvements = default }, agent));
        Assert.Equal(Refusal.Invalid, published.Refusal(New.Routing(1) with { Structures = default }, Moderator));
        Assert.Equal(Refusal.Invalid, An.Experience.Refusal(New.Reject() with { Reason = null! }, Moderator));
        Assert.Equal(Refusal.Invalid, An.UnknownExperience.Refusal(
            New.Submission() with { Title = null!, Story = null!, TrackingToken = null!, Services = default, Language = null! }, An.UnknownExperience.By(null)));
    }
}
