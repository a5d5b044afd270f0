using System.Text;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Import;
using SpPlus.Silo.Import.Csv;
using Xunit;

namespace SpPlus.Tests.Import;

public sealed class CsvImportTests
{
    [Fact]
    public async Task A_row_gives_its_experience()
    {
        var entries = await An.Import(new CsvFile().Row(
            12, ("Pays", "France"), ("Canaux Typologie 1", "\"Téléphone,Visio/Video,Téléphone\""), ("Relation", "Positif")).ToString());

        var experience = Assert.Single(entries).Experience!;
        Assert.Empty(entries[0].Remarks);
        Assert.Equal(2, entries[0].Place);
        Assert.Equal("open-data:12", experience.Source);
        Assert.Equal("30", experience.Department);
        Assert.Equal("FR", experience.Country);
        Assert.Equal(Feeling.Negative, experience.Feeling);
        Assert.Equal(new(2024, 3, 4, 12, 0, 0, TimeSpan.Zero), experience.WrittenAt);
        Assert.Equal(new(2024, 3, 5, 8, 30, 0, TimeSpan.Zero), experience.PublishedAt);
        Assert.Equal(new(2024, 3, 7, 14, 0, 0, TimeSpan.Zero), experience.AnsweredAt);
        Assert.Equal([("accessibility", Feeling.Negative), ("relation", Feeling.Positive)],
            experience.GeneralTags.Select(t => (t.Tag, t.Feeling!.Value)));
        var structure = Assert.Single(experience.Structures);
        Assert.Equal("Caf du Gard", structure.Name);
        Assert.Equal(["Téléphone", "Visio/Video"], structure.Channels.ToArray());
        Assert.Equal("Bonjour et merci.", structure.Response);
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    public async Task Both_separators_are_told_from_the_header(char separator)
    {
        var file = new CsvFile(separator).Row(1, ("Description", "\"a ; b, c\nd \"\"e\"\"\"")).Row(2);

        var entries = await An.Import(file.ToString().Replace("court, avec", "court avec", StringComparison.Ordinal));

        Assert.Equal(2, entries.Length);
        Assert.Equal("a ; b, c\nd \"e\"", entries[0].Experience!.Story);
        Assert.Empty(entries[0].Remarks);
    }

    [Fact]
    public async Task Line_breaks_without_quotes_are_repaired()
    {
        var file = new CsvFile()
            .Row(1, ("Description", "Une première ligne,\n\nune autre\net la fin."), ("Réponse structure 1", "Bonjour,\nmerci."))
            .Row(2);

        var entries = await An.Import(file.ToString());

        Assert.Equal(2, entries.Length);
        Assert.Equal("Une première ligne,\n\nune autre\net la fin.", entries[0].Experience!.Story);
        Assert.Equal("Bonjour,\nmerci.", entries[0].Experience!.Structures[0].Response);
        Assert.Equal([RemarkKind.UnquotedLineBreak], entries[0].Remarks.Select(r => r.Kind));
        Assert.Empty(entries[1].Remarks);
        Assert.Equal(7, entries[1].Place);
    }

    [Fact]
    public async Task A_stray_quote_swallows_nothing()
    {
        var file = new CsvFile()
            .Row(1, ("Titre", "\"Bonjour\" dit-il, sans plus"))
            .Row(2, ("Description", "\"Jamais refermé, et pourtant assez long pour être un récit tout à fait ordinaire."))
            .Row(3, ("Titre", "Un 27\" d'écran"));

        var entries = await An.Import(file.ToString());

        Assert.Equal([1, 2, 3], entries.Select(e => int.Parse(e.Experience!.Source["open-data:".Length..], null)));
        Assert.Equal("\"Bonjour\" dit-il, sans plus", entries[0].Experience!.Title);
        Assert.StartsWith("\"Jamais", entries[1].Experience!.Story, StringComparison.Ordinal);
        Assert.Equal([RemarkKind.StrayQuotes], entries[1].Remarks.Select(r => r.Kind));
        Assert.Equal("Un 27\" d'écran", entries[2].Experience!.Title);
    }

    [Fact]
    public async Task A_separator_in_an_unquoted_text_is_reported_and_shifts_nothing()
    {
        var file = new CsvFile().Row(1, ("Description", "J'ai attendu ; longtemps ; en vain.")).Row(2);

        var entries = await An.Import(file.ToString());

        Assert.Null(entries[0].Experience);
        Assert.Contains("47 colonnes au lieu de 45", entries[0].SkippedBecause, StringComparison.Ordinal);
        Assert.Equal(2, entries[0].Place);
        Assert.NotNull(entries[1].Experience);
    }

    [Fact]
    public async Task A_separator_too_many_and_one_too_few_do_not_make_a_row()
    {
        var row = new CsvFile().Row(1, ("Description", "J'ai attendu ; longtemps.")).ToString().TrimEnd('\n');

        var entries = await An.Import(row[..^1] + "\n");

        Assert.Contains("décalées", Assert.Single(entries).SkippedBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_truncated_last_line_is_reported_and_the_row_before_it_is_whole()
    {
        var whole = new CsvFile().Row(1).Row(2).ToString();

        foreach (var cut in new[] { "3", "3;Pub", "3;Publiée;2024-03-05", "3;Publiée;2024-03-05T09:30:00;2024-03-04;Un titre" })
        {
            var entries = await An.Import(whole + cut);

            Assert.Equal(3, entries.Length);
            Assert.Equal("open-data:2", entries[1].Experience!.Source);
            Assert.Equal("Bonjour et merci.", entries[1].Experience!.Structures[0].Response);
            Assert.NotNull(entries[2].SkippedBecause);
            Assert.Equal(4, entries[2].Place);
        }
    }

    [Fact]
    public async Task A_header_in_the_middle_is_reported()
    {
        var file = new CsvFile().Row(1).Raw(string.Join(';', CsvFile.Columns) + "\n").Row(2);

        var entries = await An.Import(file.ToString());

        Assert.Equal(["open-data:1", null, "open-data:2"], entries.Select(e => e.Experience?.Source));
        Assert.Equal("en-tête répété", entries[1].SkippedBecause);
    }

    [Fact]
    public async Task Windows_1252_is_told_from_utf_8()
    {
        var text = new CsvFile().Row(1, ("Titre", "L’été à 5 €")).ToString();
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        foreach (var file in new[] { Encoding.UTF8.GetBytes(text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], windows.GetBytes(text) })
            Assert.Equal("L’été à 5 €", Assert.Single(await An.Import(file)).Experience!.Title);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_repaired_and_reported()
    {
        var file = Encoding.UTF8.GetBytes(new CsvFile().Row(1, ("Titre", "Un octet ~ perdu")).Row(2, ("Titre", "Un \0 nul")).ToString());
        file[Array.IndexOf(file, (byte)'~')] = 0xE9;

        var entries = await An.Import(file);

        Assert.Equal("Un octet � perdu", entries[0].Experience!.Title);
        Assert.Equal([RemarkKind.UnreadableBytes], entries[0].Remarks.Select(r => r.Kind));
        Assert.Equal("Un  nul", entries[1].Experience!.Title);
        Assert.Equal([RemarkKind.ControlCharacters], entries[1].Remarks.Select(r => r.Kind));
    }

    [Fact]
    public async Task Rejected_experiences_are_skipped_with_their_state()
    {
        var entries = await An.Import(new CsvFile().Row(1, ("Etat expérience", "Rejetée")).Row(2, ("Etat expérience", "Publiée après modération")).ToString());

        Assert.Contains("Rejetée", entries[0].SkippedBecause, StringComparison.Ordinal);
        Assert.True(entries[1].Experience!.Moderated);
    }

    [Theory]
    [InlineData("", "vide")]
    [InlineData("\n\n \n", "vide")]
    [InlineData("a;b;c\n1;2;3\n", "colonnes absentes")]
    [InlineData("PK\u0003\u0004", "archive")]
    [InlineData("\u0000\u0001\u0002\u0003", "colonnes absentes")]
    [InlineData("ID expérience;Etat expérience;Titre;Titre;Description\n", "deux fois")]
    [InlineData("Titre;ID expérience;Etat expérience;Description\n", "première")]
    public async Task What_is_not_the_export_is_refused_with_a_reason(string text, string reason)
    {
        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => An.Import(text));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_never_ends_is_refused_before_it_is_read()
    {
        var lines = new LineReader(new EndlessText(100_000_000));

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(async () => await lines.Next(CancellationToken.None));

        Assert.Contains("La ligne 1 dépasse", refused.Message, StringComparison.Ordinal);
    }

    private sealed class EndlessText(int length) : TextReader
    {
        private int left = length;

        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
        {
            var count = Math.Min(left, buffer.Length);
            buffer.Span[..count].Fill('a');
            left -= count;
            return ValueTask.FromResult(count);
        }
    }
}
