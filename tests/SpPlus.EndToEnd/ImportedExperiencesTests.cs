using System.Text.Json;
using SpPlus.EndToEnd.Infrastructure;
using SpPlus.Standalone.Check;
using SpPlus.Standalone.Commands;
using SpPlus.Standalone.Stacks;
using SpPlus.Tests.Reference;
using Xunit;

namespace SpPlus.EndToEnd;

[Collection(PlatformCollection.Name)]
public sealed class ImportedExperiencesTests(Platform platform)
{
    [SkippableFact]
    public async Task Everybody_reads_what_was_imported_while_the_platform_runs()
    {
        var sample = SharedData.Find("experiences-open-data-sample.json");
        Skip.If(sample is null, "No shared/data/experiences-open-data-sample.json above the checkout.");
        using var reader = new Browser(platform.Web);
        var before = await Listed(reader);

        Assert.Equal(0, await Import(sample));
        var imported = await Patience.UntilAsync(
            "The list lacks imported experiences",
            async _ => (await Listed(reader)).Except(before).ToList() is { Count: >= 100 } found ? found : null,
            CancellationToken.None);
        Assert.Equal(0, await Import(sample));
        Assert.Empty((await Listed(reader)).Except(before).Except(imported));

        var pages = new List<string>();
        foreach (var link in imported)
        {
            await reader.OpenAsync(link, CancellationToken.None);
            pages.Add(LettersOf(reader.Text));
        }

        using var records = JsonDocument.Parse(await File.ReadAllBytesAsync(sample));
        Assert.Equal(100, imported.Count);
        Assert.All(records.RootElement.EnumerateArray(), record => Assert.Contains(pages, page =>
            page.Contains(LettersOf(TextOf(record, "titre")), StringComparison.Ordinal)
            && page.Contains(LettersOf(TextOf(record, "description")), StringComparison.Ordinal)
            && PartsOf(TextOf(record, "Réponse structure")).All(part => page.Contains(part, StringComparison.Ordinal))));
    }

    private Task<int> Import(string file) =>
        SiloCommand.RunAsync(new StackOptions { Data = platform.Data }, new ImportRequest(file), CancellationToken.None);

    private static async Task<HashSet<string>> Listed(Browser reader)
    {
        var found = new HashSet<string>();
        IReadOnlyList<string> next = ["/experiences"];
        while (next is [var page, ..])
        {
            await reader.OpenAsync(page, CancellationToken.None);
            found.UnionWith(reader.Links(".sp-item h3 a"));
            next = reader.Links("a[rel=next]");
        }

        return found;
    }

    private static string TextOf(JsonElement record, string field) => record.TryGetProperty(field, out var value) ? value.GetString() ?? "" : "";

    // The export joins several responses with a comma; the page shows each under its structure.
    private static IEnumerable<string> PartsOf(string responses) => responses.Split(',').Select(LettersOf);

    // Line breaks become paragraphs, letters are composed with their accents, and control characters go: the words stay.
    private static string LettersOf(string text) => string.Concat(text.Normalize().Where(char.IsLetterOrDigit));
}
