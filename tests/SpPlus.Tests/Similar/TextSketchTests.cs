using SpPlus.Silo.Similar;
using Xunit;

namespace SpPlus.Tests.Similar;

public sealed class TextSketchTests
{
    private const string Story =
        "J’ai signalé ma nouvelle adresse en ligne le 3 septembre. Trois semaines plus tard, un courrier est parti à l’ancienne adresse, et personne ne m’a prévenue.";

    private static readonly TextSketch Told = TextSketch.Of("Un courrier perdu", Story);

    [Theory]
    [InlineData("Un courrier perdu", Story)]
    [InlineData("UN COURRIER PERDU", "J'AI SIGNALE MA NOUVELLE ADRESSE EN LIGNE LE 3 SEPTEMBRE. TROIS SEMAINES PLUS TARD, UN COURRIER EST PARTI A L'ANCIENNE ADRESSE, ET PERSONNE NE M'A PREVENUE.")]
    public void The_same_words_are_the_same_whatever_their_accents_and_case(string title, string story)
    {
        var again = TextSketch.Of(title, story);
        Assert.Equal((100, true), (Told.SharedWords(again), Told.MaybeSame(again)));
    }

    [Fact]
    public void A_text_that_was_sent_again_with_a_few_changes_may_be_the_same() => Assert.True(Told.MaybeSame(TextSketch.Of(
        "Courrier perdu, encore",
        "Bonjour, j’ai signalé ma nouvelle adresse en ligne le 5 septembre. Trois semaines plus tard un courrier est parti à l’ancienne adresse. Personne ne m’a prévenue, c’est long.")));

    [Fact]
    public void A_part_of_a_longer_text_may_be_the_same() => Assert.True(TextSketch.Of(
        "Un courrier perdu", Story + string.Concat(Enumerable.Range(0, 400).Select(i => $" et le récit continue numéro{i} autrement{i}"))).MaybeSame(Told));

    [Fact]
    public void Another_account_of_the_same_subject_is_not_the_same_but_shares_words()
    {
        var other = TextSketch.Of(
            "Adresse changée", "Ma nouvelle adresse était connue du service, pourtant chaque courrier part encore chez mon ancien propriétaire depuis trois mois.");
        Assert.False(Told.MaybeSame(other));
        Assert.InRange(Told.SharedWords(other), 8, 60);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("!", "?! … 🙂")]
    [InlineData("Court", "Trop court")]
    public void Too_little_to_compare_is_never_the_same(string title, string story)
    {
        var little = TextSketch.Of(title, story);
        Assert.False(little.MaybeSame(little));
        Assert.InRange(little.SharedWords(Told), 0, 100);
    }

    [Fact]
    public void It_goes_both_ways()
    {
        var other = TextSketch.Of("Autre", Story[..90]);
        Assert.Equal(Told.SharedWords(other), other.SharedWords(Told));
        Assert.Equal(Told.MaybeSame(other), other.MaybeSame(Told));
    }
}
