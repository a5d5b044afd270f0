using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Moderation;
using SpPlus.Silo.Moderation;
using Xunit;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.Moderation;

/// <summary>ROUTE-1: structures are suggested with the reasons that speak for them.</summary>
public sealed class StructureSuggesterTests
{
    private static readonly SuggestionVocabulary Vocabulary = new(Book);

    [Fact]
    public void A_kind_that_the_text_names_is_the_authors_departments()
    {
        var suggestions = For("La CAF ne répond plus, et la carte Vitale de mon fils est revenue. La caf dit que tout suit.", "33");
        Assert.Equal(["caf-gironde", "cpam-gironde"], suggestions.Select(s => s.Structure.Value).Take(2));
        Assert.Equal(
            [(SuggestionKind.Subject, "caf", 2), (SuggestionKind.Department, null, 0)], suggestions[0].Reasons.Select(r => (r.Kind, r.Words, r.Count)));
        Assert.Equal("carte vitale", suggestions[1].Reasons[0].Words);
    }

    [Fact]
    public void Of_several_in_a_departement_the_one_whose_place_is_named_is_suggested()
    {
        var suggestions = For("Mon avis d’impôt est parti à l’ancienne adresse. Le centre des impôts de Bourg-en-Bresse n’y peut rien.", "01");
        Assert.Equal("sip-bourg-en-bresse", suggestions[0].Structure.Value);
        Assert.Contains(SuggestionKind.Place, suggestions[0].Reasons.Select(r => r.Kind));
    }

    [Fact]
    public void A_structure_named_in_full_is_suggested_whatever_the_departement()
    {
        var suggestion = For("Je remercie la CPAM de l’Ain pour son accueil.", "75")[0];
        Assert.Equal("cpam-ain", suggestion.Structure.Value);
        Assert.Equal(SuggestionKind.Named, suggestion.Reasons[0].Kind);
    }

    [Fact]
    public void The_author_s_choice_stands_first_with_what_speaks_for_it()
    {
        var suggestions = For("La caf m’a répondu en trois jours.", "33", "cpam-gironde");
        Assert.Equal(["cpam-gironde", "caf-gironde"], suggestions.Select(s => s.Structure.Value));
        Assert.Equal([SuggestionKind.Author], suggestions[0].Reasons.Select(r => r.Kind));
    }

    [Fact]
    public void Past_re_attachments_of_a_suggested_structure_speak_for_where_they_went()
    {
        var suggestions = StructureSuggester.For(
            View("Rien de reconnaissable ici.", "33", "caf-gironde"), [new(Id("caf-gironde"), Id("caf-ain"), 4), new(Id("msa"), Id("anah"), 9)], Vocabulary);
        Assert.Equal(["caf-gironde", "caf-ain"], suggestions.Select(s => s.Structure.Value));
        var reason = Assert.Single(suggestions[1].Reasons);
        Assert.Equal((SuggestionKind.Reattached, 4, "caf-gironde"), (reason.Kind, reason.Count, reason.From?.Value));
    }

    [Fact]
    public void A_text_that_names_nothing_suggests_nothing() => Assert.Empty(For("J’ai attendu longtemps, puis on m’a bien reçu.", "33"));

    [Fact]
    public void The_longest_text_of_nothing_but_names_is_read_once_through()
    {
        var text = string.Concat(Enumerable.Repeat("caf de la gironde cpam sip ", 400))[..10_000];
        var suggestions = For(text, "33");
        Assert.Equal("caf-gironde", suggestions[0].Structure.Value);
        Assert.InRange(suggestions.Length, 2, 8);
    }

    private static ImmutableArray<StructureSuggestion> For(string story, string department, params string[] services) =>
        StructureSuggester.For(View(story, department, services), [], Vocabulary);

    private static ExperienceView View(string story, string department, params string[] services) => new()
    {
        Id = ExperienceId.From("an experience to route"),
        Status = ExperienceStatus.Submitted,
        Title = "Un récit",
        Story = story,
        ContactDate = new(2026, 2, 20),
        Department = department,
        Feeling = Feeling.Negative,
        SubmittedAt = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero),
        Services = [.. services.Select(s => new ServiceConcerned { Structure = Id(s) })],
    };
}
