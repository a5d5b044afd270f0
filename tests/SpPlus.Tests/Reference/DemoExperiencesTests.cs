using System.Text.Json;
using Xunit;
using static SpPlus.Tests.Reference.ReferenceFiles;

namespace SpPlus.Tests.Reference;

public sealed class DemoExperiencesTests
{
    private static readonly List<JsonElement> Experiences = [.. Json("demo-experiences.json").EnumerateArray()];
    private static readonly JsonElement Formulas = Json("formulas.json");

    [Fact]
    public void They_cover_every_situation_that_a_demonstration_shows()
    {
        Assert.Equal(24, Experiences.Count);
        Assert.Equal(["negative", "neutral", "positive"], Experiences.Select(e => Text(e, "feeling")).Distinct().Order());
        Assert.Contains(Experiences, e => Answers(e).Count == 0);
        Assert.Contains(Experiences, e => Answers(e).Any(answer => answer.TryGetProperty("adoptedBy", out _)));
        Assert.Contains(Experiences, e => Answers(e).Any(answer => answer.TryGetProperty("complementBy", out _)));
    }

    [Fact]
    public void They_only_name_known_structures_channels_tags_and_procedures()
    {
        var channels = Json("channels.json").EnumerateArray().Select(c => Text(c, "id")).ToHashSet();
        var tags = Json("general-tags.json").EnumerateArray().Select(t => Text(t, "id")).ToHashSet();
        var procedures = Rows("procedures.csv").Select(row => row["id"]).ToHashSet();

        foreach (var experience in Experiences)
        {
            var concerned = experience.GetProperty("structures").EnumerateArray().Select(s => s.GetString()!).ToHashSet();
            Assert.All(concerned, id => Assert.True(StructuresById.ContainsKey(id), id));
            Assert.Subset(concerned, experience.GetProperty("channels").EnumerateObject().Select(c => c.Name).ToHashSet());
            Assert.All(
                experience.GetProperty("channels").EnumerateObject().SelectMany(c => c.Value.EnumerateArray()),
                c => Assert.Contains(Text(c, "channel"), channels));
            Assert.All(experience.GetProperty("tags").EnumerateArray(), t => Assert.Contains(Text(t, "tag"), tags));
            Assert.All(AllAnswers(experience), answer => Assert.Contains(Text(answer, "structure"), concerned));
            if (experience.TryGetProperty("procedure", out var procedure)) Assert.Contains(procedure.GetString()!, procedures);
        }
    }

    [Fact]
    public void Improvement_actions_are_tied_to_experiences_that_concern_their_structure_and_are_as_long_as_the_form_accepts() =>
        Assert.All(Json("demo-actions.json").EnumerateArray(), action =>
        {
            Assert.InRange(Text(action, "title").Length, 5, 150);
            Assert.InRange(Text(action, "text").Length, 20, 5_000);
            Assert.All(action.GetProperty("experiences").EnumerateArray(), title =>
            {
                var tied = Assert.Single(Experiences, e => Text(e, "title") == title.GetString());
                Assert.Contains(tied.GetProperty("structures").EnumerateArray(), s => IsWithin(s.GetString()!, Text(action, "structure")));
            });
        });

    private static bool IsWithin(string structure, string ancestor) =>
        structure == ancestor || (StructuresById[structure].Parent is { Length: > 0 } parent && IsWithin(parent, ancestor));

    [Fact]
    public void Their_texts_are_as_long_as_the_submission_form_accepts() => Assert.All(Experiences, experience =>
    {
        Assert.InRange(Text(experience, "title").Length, 5, 150);
        Assert.InRange(Text(experience, "story").Length, 50, 10_000);
    });

    [Fact]
    public void Their_answers_use_the_formulas_of_the_answering_structure() => Assert.All(Experiences.SelectMany(AllAnswers), answer =>
    {
        var structure = StructuresById[Text(answer, "structure")];
        var formulas = FormulasOf(structure);
        Assert.Contains(Text(answer, "courtesy"), formulas.GetProperty("courtesies").EnumerateArray().Select(c => c.GetString()!));
        Assert.Contains(
            Text(answer, "signature"),
            formulas.GetProperty("signatures").EnumerateArray().Select(s => s.GetString()!.Replace("{structure}", structure.Name, StringComparison.Ordinal)));
    });

    private static JsonElement FormulasOf(ReferenceStructure structure) =>
        Formulas.TryGetProperty(structure.Id, out var own) ? own : FormulasOf(StructuresById[structure.Parent]);

    private static List<JsonElement> Answers(JsonElement experience) => [.. experience.GetProperty("answers").EnumerateArray()];

    private static IEnumerable<JsonElement> AllAnswers(JsonElement experience) => Answers(experience).SelectMany(answer =>
        answer.TryGetProperty("complementBy", out var complements) ? complements.EnumerateArray().Prepend(answer) : [answer]);

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
