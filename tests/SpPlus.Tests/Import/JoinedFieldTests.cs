using SpPlus.Silo.Import;
using Xunit;

namespace SpPlus.Tests.Import;

public sealed class JoinedFieldTests
{
    private const string Long = "Nous vous remercions de votre témoignage, que nous avons lu avec attention.";

    [Theory]
    [InlineData("AGIRC-ARRCO, CNAV", "AGIRC-ARRCO", "CNAV")]
    [InlineData("agirc arrco,cnav", "agirc arrco", "cnav")]
    [InlineData("Mairie de Nulle-Part, CNAV", "Mairie de Nulle-Part", "CNAV")]
    [InlineData("Bureau des plaintes,des regrets et du reste", "Bureau des plaintes,des regrets et du reste")]
    public void Structure_names_are_taken_apart_where_they_are_known(string joined, params string[] names) =>
        Assert.Equal(names, An.Vocabulary.Structures.Split(joined).ToArray());

    [Fact]
    public void A_name_that_contains_the_comma_stays_whole()
    {
        var known = new HashSet<string> { "Direction A, B et C", "CNAV", "B et C" };

        Assert.Equal(["CNAV", "Direction A, B et C", "CNAV"], JoinedNames.Split("CNAV, Direction A, B et C, CNAV", known.Contains).ToArray());
    }

    [Fact]
    public void Names_are_found_whatever_their_accents_case_hyphens_and_apostrophes()
    {
        var names = An.Vocabulary.Structures;

        Assert.Equal("prefecture-herault", names.Find("PREFECTURE DE L’HÉRAULT")?.Value);
        Assert.Equal(names.Find("Caf de Seine-Saint-Denis"), names.Find("CAF DE SEINE SAINT DENIS"));
        Assert.NotNull(names.Find("Caf de Seine-Saint-Denis"));
    }

    [Fact]
    public void Responses_are_taken_apart_where_the_next_one_greets()
    {
        Assert.Equal([$"Bonjour A, {Long}", $"Bonjour A, {Long}"], JoinedResponses.Split($"Bonjour A, {Long}, Bonjour A, {Long}", 2).ToArray());
        Assert.Equal([Long, $"Madame, {Long}"], JoinedResponses.Split($"{Long}, Madame, {Long}", 2).ToArray());
    }

    [Fact]
    public void Responses_that_cannot_be_told_apart_stay_one()
    {
        Assert.Single(JoinedResponses.Split($"Bonjour, {Long}, {Long}", 2));
        Assert.Single(JoinedResponses.Split($"Bonjour, {Long}, Bonjour, {Long}, Bonjour, {Long}", 2));
        Assert.Single(JoinedResponses.Split("Bonjour A, Bonjour A, merci.", 2));
        Assert.Single(JoinedResponses.Split($"{Long} Veuillez agréer, Madame, Monsieur, nos salutations. {Long}", 2));
    }
}
