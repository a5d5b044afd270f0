using SpPlus.Silo.Import;
using Xunit;

namespace SpPlus.Tests.Import;

public sealed class JsonImportTests
{
    private const string Record =
        """
        {"titre":"Un titre","pseudonyme":"Moi","ecrit_le":"2021-05-26","description":"Un récit.","Ressenti usager":"Neutre",
         "Canaux":"Téléphone,E-mail, Accueil","Structures":"AGIRC-ARRCO, CNAV","Département":"Gironde"}
        """;

    [Fact]
    public async Task An_array_and_one_object_a_line_give_the_same()
    {
        var array = await An.Import($"[{Record},\n{Record}]");
        var lines = await An.Import($"{Record}\n{Record}\n");

        Assert.Equal(2, array.Length);
        Assert.Equal(array.Select(e => e.Experience!.Source), lines.Select(e => e.Experience!.Source));
        Assert.Equal("33", array[0].Experience!.Department);
        Assert.Equal(["Téléphone", "E-mail"], array[0].Experience!.Structures[0].Channels.ToArray());
        Assert.Equal(["Accueil"], array[0].Experience!.Structures[1].Channels.ToArray());
    }

    [Fact]
    public async Task The_same_text_on_the_same_day_is_the_same_experience()
    {
        var one = await An.Import($"[{Record}]");
        var other = await An.Import($"[{Record.Replace("Un récit.", "Un autre.", StringComparison.Ordinal)}]");

        Assert.NotEqual(one[0].Experience!.Source, other[0].Experience!.Source);
        Assert.Equal(one[0].Experience!.Source, (await An.Import($"[{Record}]"))[0].Experience!.Source);
    }

    [Fact]
    public async Task What_is_no_record_is_skipped_with_its_place()
    {
        var entries = await An.Import($$"""[{{Record}}, 12, null, {}, {"titre":"x","ecrit_le":"jamais"}, {"titre":"\ud800 seul","ecrit_le":"2021-05-26"}]""");

        Assert.Equal([null, "n’est pas un objet JSON", "n’est pas un objet JSON", "ni titre ni récit", "aucune date lisible", null],
            entries.Select(e => e.SkippedBecause));
        Assert.Equal("� seul", entries[5].Experience!.Title);
        Assert.Equal([1L, 2, 3, 4, 5, 6], entries.Select(e => e.Place));
    }

    [Fact]
    public async Task Names_and_identifiers_are_cleaned_like_every_other_text()
    {
        var entries = await An.Import(
            """
            [{"ID expérience":"1\u0000","titre":"Un titre","ecrit_le":"2021-05-26","Structures":"Mairie\u0000 de Nulle-Part, CNAV\ufffe"},
             {"ID expérience":"\u0000","titre":"Un\ufffe titre","ecrit_le":"2021-05-26","Département":"\ufffe","\ufffe":"x"}]
            """);

        Assert.Equal("open-data:1", entries[0].Experience!.Source);
        Assert.Equal(["Mairie de Nulle-Part", "CNAV"], entries[0].Experience!.Structures.Select(s => s.Name));
        Assert.DoesNotContain('\0', entries[1].Experience!.Source);
        Assert.Equal("Un titre", entries[1].Experience!.Title);
    }

    [Fact]
    public async Task Broken_json_says_where()
    {
        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => An.Import($"[{Record}, {{\"titre\":"));

        Assert.Contains("enregistrement 2", refused.Message, StringComparison.Ordinal);
    }
}
