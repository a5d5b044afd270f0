using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Privacy;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using Xunit;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.Privacy;

/// <summary>PII-1: what looks like personal data in a response. Numbers are made up; their keys are right where a key is asked for.</summary>
public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("Écrivez à zoe.durand@exemple.fr dès que possible.", PersonalDataKind.Email, "zoe.durand@exemple.fr")]
    [InlineData("Appelez notre collègue au 06 12 34 56 78.", PersonalDataKind.Phone, "06 12 34 56 78")]
    [InlineData("Appelez le +33 6 12 34 56 78 demain", PersonalDataKind.Phone, "+33 6 12 34 56 78")]
    [InlineData("Votre numéro 2 85 05 33 063 084 31 est en règle", PersonalDataKind.SocialSecurityNumber, "2 85 05 33 063 084 31")]
    [InlineData("le compte FR76 3000 6000 0112 3456 7890 189 est crédité", PersonalDataKind.Iban, "FR76 3000 6000 0112 3456 7890 189")]
    [InlineData("le véhicule AB-123-CD est immatriculé", PersonalDataKind.Plate, "AB-123-CD")]
    [InlineData("ma vieille voiture, 123 AB 33, est vendue", PersonalDataKind.Plate, "123 AB 33")]
    [InlineData("dossier n° 1234567 clos", PersonalDataKind.FileNumber, "dossier n° 1234567")]
    [InlineData("au 12 bis rue des Lilas, à Talence", PersonalDataKind.Address, "12 bis rue des Lilas")]
    [InlineData("Notre collègue Mme Dupont-Martin suit ces retours.", PersonalDataKind.Name, "Mme Dupont-Martin")]
    public void A_passage_is_marked_with_its_reason(string text, PersonalDataKind kind, string passage)
    {
        var mark = Assert.Single(PersonalData.In(text));
        Assert.Equal((kind, passage), (mark.Kind, text.Substring(mark.Start, mark.Length)));
    }

    [Theory]
    [InlineData("Appelez le 3939, ou le 0 800 20 03 00.")]
    [InlineData("Écrivez à contact@gironde.gouv.fr.")]
    [InlineData("Votre courrier du 12/11/2026 a été lu le 13 novembre 2026 à 14 h 30.")]
    [InlineData("La plateforme m’a renvoyé un message vers 11 h 16. La plateforme était fermée.")]
    [InlineData("J’ai laissé la voiture au garage à 14 h 30 et à 17 H 45 l’amende y était.")]
    [InlineData("Madame, Monsieur, nous avons répondu en 48 heures.")]
    [InlineData("Le numéro 2 85 05 33 063 084 32 a une mauvaise clé, FR76 3000 6000 0112 3456 7890 188 aussi.")]
    [InlineData("La CAF de la Gironde vous répond, articles L. 112-8 et R. 112-9-1.")]
    [InlineData("")]
    public void What_belongs_to_an_institution_or_to_nobody_is_left(string text) => Assert.Empty(PersonalData.In(text));

    [Fact]
    public void A_text_that_was_not_looked_at_is_refused_with_its_passages_and_nothing_else_is()
    {
        const string own = "ft-dr-nouvelle-aquitaine";
        var (an, agent) = (An.Experience.Published(own), Account(Profile.Agent, own));
        var text = An.Text("Mme Dupont vous attend au 06 12 34 56 78.");
        var refused = an.Decide(New.Response(own, 0, text), agent).Refused!;
        Assert.Equal((Refusal.PersonalData, 2), (refused.Refusal, refused.Marks.Length));
        Assert.Equal(Refusal.PersonalData, an.Refusal(New.Response(own, 0, text) with { Reviewed = ["Mme Dupont"] }, agent));
        Assert.Equal(Refusal.None, an.Refusal(New.Response(own, 0, text) with { Reviewed = ["Mme Dupont", "06 12 34 56 78"] }, agent));
        Assert.Equal(Refusal.None, an.Refusal(New.Draft(own, 0, text), agent));
        Assert.Equal(Refusal.PersonalData, an.Refusal(New.Validation(own, 0, text), agent));
    }

    [Fact]
    public void A_comment_is_not_added_until_somebody_looked_at_its_passages()
    {
        var (an, agent) = (An.Experience.Published("caf-gironde"), Account(Profile.Agent, "caf-gironde"));
        var comment = New.Comment("Le dossier de M. Exemple est chez vous ?");
        Assert.Equal(["M. Exemple"], an.Decide(comment, agent).Refused!.Marks.Select(m => m.Passage));
        Assert.Equal(Refusal.PersonalData, an.Refusal(comment with { Reviewed = ["Mme Autre"] }, agent));
        Assert.Equal(Refusal.None, an.Refusal(comment with { Reviewed = ["M. Exemple"] }, agent));
        Assert.Equal(Refusal.None, an.Refusal(New.Comment("Le dossier est chez vous ?"), agent));
    }

    [Fact]
    public void What_was_looked_at_when_it_was_handed_in_is_published_as_it_is()
    {
        var an = An.Experience.Published("caf-gironde").AwaitingValidation("caf-gironde", text: "Mme Dupont vous attend.");
        Assert.Equal(Refusal.None, an.Refusal(New.Response("caf-gironde", 1, An.Text("Mme Dupont vous attend.")), Account(Profile.SuperAgent, "cnaf")));
    }
}
