using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;
using static SpPlus.Tests.Reference.ReferenceFiles;

namespace SpPlus.Tests.Reference;

public sealed partial class ReferenceDataTests
{
    [GeneratedRegex("^[a-z][a-z0-9-]{1,59}$")]
    private static partial Regex Id { get; }

    [Fact]
    public void Structures_have_unique_well_formed_ids()
    {
        Assert.All(Structures, structure => Assert.Matches(Id, structure.Id));
        Assert.Equal(Structures.Count, StructuresById.Count);
        Assert.All(Structures, structure => Assert.False(string.IsNullOrWhiteSpace(structure.Name) || string.IsNullOrWhiteSpace(structure.Kind)));
    }

    [Fact]
    public void Every_structure_hangs_from_a_network_root() => Assert.All(Structures, structure => Assert.NotEmpty(PathOf(structure)));

    [Fact]
    public void The_country_is_covered_by_real_networks()
    {
        var byNetwork = Structures.ToLookup(structure => PathOf(structure)[^1].Id);

        Assert.InRange(Structures.Count, 600, int.MaxValue);
        Assert.InRange(byNetwork.Count, 8, int.MaxValue);
        Assert.InRange(byNetwork.Count(network => network.Max(structure => PathOf(structure).Count) >= 3), 2, int.MaxValue);
        Assert.All(
            ["cnaf", "cnam", "cnav", "dgfip", "france-travail", "france-titres", "prefectures", "urssaf", "ditp"],
            network => Assert.True(byNetwork.Contains(network), network));
        Assert.Equal("ditp", StructuresById["hors-structures"].Parent);
    }

    [Fact]
    public void Departments_are_the_101_of_the_official_code()
    {
        var codes = Rows("departments.csv").Select(row => row["code"]).ToHashSet();

        Assert.Equal(101, codes.Count);
        Assert.All(Structures, structure => Assert.True(structure.Department.Length == 0 || codes.Contains(structure.Department), structure.Id));
        var prefectures = Structures.Where(structure => structure.Kind == "Préfecture").Select(structure => structure.Department);
        Assert.Equal(codes, prefectures.ToHashSet());
    }

    [Fact]
    public void A_name_or_alias_designates_one_structure_only()
    {
        var ambiguous = NamesOf(Structures).GroupBy(name => name.Folded).Where(group => group.DistinctBy(name => name.Id).Count() > 1);

        Assert.Empty(ambiguous.Select(group => group.Key));
    }

    [SkippableFact]
    public void Every_structure_name_seen_in_the_open_data_is_known()
    {
        var seen = SharedData.Find("structures-seen.csv");
        Skip.If(seen is null, "No shared/data/structures-seen.csv beside the repository.");
        using var stream = File.OpenRead(seen);
        var known = NamesOf(Structures).Select(name => name.Folded).ToHashSet();

        Assert.All(Rows(stream), row => Assert.True(known.Contains(Fold(row["structure"])), row["structure"]));
    }

    [Fact]
    public void Networks_have_settings_formulas_and_business_tags()
    {
        var networks = Json("networks.json").EnumerateArray().ToDictionary(network => Text(network, "id"));
        var formulas = Json("formulas.json").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value);
        var tags = Json("business-tags.json").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value);
        var roots = Structures.Where(structure => structure.Parent.Length == 0).Select(structure => structure.Id).ToHashSet();

        Assert.Equal(roots, networks.Keys.ToHashSet());
        Assert.Equal(roots, tags.Keys.ToHashSet());
        Assert.Superset(roots, formulas.Keys.ToHashSet());
        Assert.False(networks["france-travail"].GetProperty("validationRequired").GetBoolean());
        Assert.All(formulas.Keys, id => Assert.True(StructuresById.ContainsKey(id), id));
        Assert.All(formulas.Values, formula => Assert.True(Texts(formula, "courtesies").Count > 0 && Texts(formula, "signatures").Count > 0));
        Assert.All(tags.Values, list => Assert.InRange(list.GetArrayLength(), 5, 12));
        AssertUniqueIds(tags.Values.SelectMany(list => list.EnumerateArray()));
    }

    [Theory]
    [InlineData("channels.json", 10)]
    [InlineData("general-tags.json", 5)]
    [InlineData("rejection-reasons.json", 8)]
    [InlineData("improvements.json", 10)]
    public void Vocabularies_speak_french_and_english(string file, int atLeast)
    {
        var entries = Json(file).EnumerateArray().ToList();

        Assert.InRange(entries.Count, atLeast, int.MaxValue);
        AssertUniqueIds(entries);
        Assert.All(entries, entry => Assert.All(entry.EnumerateObject(), text => Assert.False(string.IsNullOrWhiteSpace(text.Value.GetString()))));
        Assert.All(entries, entry => Assert.True(entry.TryGetProperty("fr", out _) && entry.TryGetProperty("en", out _)));
    }

    [Fact]
    public void The_nine_questions_of_the_faq_are_there()
    {
        var questions = Json("faq.json").EnumerateArray().ToList();

        Assert.Equal(Enumerable.Range(21, 9), questions.Select(question => question.GetProperty("number").GetInt32()));
        Assert.All(questions, question => Assert.All(["theme", "question", "answer"], part => Assert.NotEmpty(Text(question, part))));
    }

    [Fact]
    public void Procedures_belong_to_a_network()
    {
        var procedures = Rows("procedures.csv");

        Assert.InRange(procedures.Count, 40, int.MaxValue);
        Assert.Equal(procedures.Count, procedures.DistinctBy(row => row["id"]).Count());
        Assert.All(procedures, row => Assert.Empty(StructuresById[row["network"]].Parent));
    }

    [Fact]
    public void Countries_are_the_249_of_iso_3166()
    {
        var countries = Rows("countries.csv");

        Assert.Equal(249, countries.DistinctBy(row => row["code"]).Count());
        Assert.All(countries, row => Assert.True(row["code"].Length == 2 && row["name_fr"].Length > 1 && row["name_en"].Length > 1));
    }

    private static List<ReferenceStructure> PathOf(ReferenceStructure structure)
    {
        List<ReferenceStructure> path = [structure];
        while (path[^1].Parent.Length > 0)
        {
            Assert.True(StructuresById.TryGetValue(path[^1].Parent, out var parent), $"{path[^1].Id} has an unknown parent");
            Assert.DoesNotContain(parent, path);
            path.Add(parent!);
        }

        return path;
    }

    private static IEnumerable<(string Id, string Folded)> NamesOf(IEnumerable<ReferenceStructure> structures) =>
        structures.SelectMany(structure => structure.Aliases.Prepend(structure.Name).Select(name => (structure.Id, Fold(name))));

    private static void AssertUniqueIds(IEnumerable<JsonElement> entries)
    {
        var ids = entries.Select(entry => Text(entry, "id")).ToList();
        Assert.All(ids, id => Assert.Matches(Id, id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    private static IReadOnlyList<string> Texts(JsonElement element, string property) =>
        [.. element.GetProperty(property).EnumerateArray().Select(item => item.GetString()!)];
}
