using SpPlus.Contracts.Experiences;
using Xunit;
using static SpPlus.Tests.Web.OpenData.OpenDataSample;

namespace SpPlus.Tests.Web.OpenData;

public sealed class OpenDataRowTests
{
    [Fact]
    public void An_experience_has_a_row_for_each_structure_and_one_where_there_is_none()
    {
        var rows = Rows(Experience(Answered(Caf, "Nous l’avons."), new() { Structure = Cpam, Status = ResponseStatus.ToDo }));
        Assert.Equal([Caf.Value, Cpam.Value], rows.Select(r => r["Intitulé structure 1"]));
        Assert.Equal(["Publiée", "En attente"], rows.Select(r => r["Statut réponse structure 1"]));
        Assert.All(rows, r => Assert.Equal("Il a été retrouvé.", r["Description"]));
        Assert.All(rows, r => Assert.Equal("2026-03-04", r["Date de premiere réponse"]));

        var alone = Assert.Single(Rows(Experience()));
        Assert.Null(alone["Intitulé structure 1"]);
        Assert.Equal("7K2QM-4RDXC", alone["ID expérience"]);
    }

    [Fact]
    public void Days_are_those_of_Paris() => Assert.Equal("2026-03-03", Assert.Single(Rows(Experience()))["Date de publication"]);

    [Fact]
    public void An_answer_goes_from_its_opening_to_its_signature() =>
        Assert.Equal("Bonjour,\n\nNous l’avons.\n\nLa direction", Assert.Single(Rows(Experience(Answered(Caf, "Nous l’avons."))))["Réponse structure 1"]);

    [Fact]
    public void Who_adopted_an_answer_has_its_text_and_its_own_state()
    {
        var row = Rows(Experience(Answered(Caf, "Nous l’avons."), Adopted(Cpam, Caf, 1)))[1];
        Assert.Equal("Adoptée", row["Statut réponse structure 1"]);
        Assert.Contains("Nous l’avons.", row["Réponse structure 1"], StringComparison.Ordinal);
    }

    [Fact]
    public void Who_adopted_an_earlier_version_has_not_said_what_stands_now()
    {
        var row = Rows(Experience(Answered(Caf, "Nous ne l’avons plus.", version: 2), Adopted(Cpam, Caf, 1)))[1];
        Assert.Equal("Adoptée", row["Statut réponse structure 1"]);
        Assert.Null(row["Réponse structure 1"]);
    }

    [Theory]
    [InlineData(ResponseStatus.ToDo)]
    [InlineData(ResponseStatus.Draft)]
    [InlineData(ResponseStatus.ToValidate)]
    [InlineData(ResponseStatus.Publishing)]
    public void What_a_structure_does_before_it_answers_is_not_told(ResponseStatus status)
    {
        var row = Assert.Single(Rows(Experience(new SpPlus.Web.Experiences.PublicStanding { Structure = Caf, Status = status })));
        Assert.Equal("En attente", row["Statut réponse structure 1"]);
        Assert.Null(row["Réponse structure 1"]);
    }
}
