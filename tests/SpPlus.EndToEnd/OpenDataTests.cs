using System.Text;
using System.Text.Json;
using CsvHelper;
using SpPlus.EndToEnd.Infrastructure;
using SpPlus.Standalone.Check;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>PUB-2: what everybody can read, and nothing else, as files and through the API.</summary>
[Collection(PlatformCollection.Name)]
public sealed class OpenDataTests(Platform platform)
{
    [Fact]
    public async Task The_files_and_the_API_hold_what_the_list_shows()
    {
        using var reader = new Browser(platform.Web);
        var listed = await Listed(reader);
        Assert.NotEmpty(listed);

        var (head, csv) = await reader.AnswerAsync("/donnees-ouvertes/experiences.csv", CancellationToken.None);
        Assert.StartsWith("200", head, StringComparison.Ordinal);
        Assert.Contains("attachment", head, StringComparison.Ordinal);
        var rows = Rows(csv);
        Assert.Equal(listed.Order(), rows.Select(r => r.Id).Distinct().Order());
        Assert.Equal(rows.Distinct().Count(), rows.Count);

        var (_, lines) = await reader.AnswerAsync("/donnees-ouvertes/experiences.jsonl", CancellationToken.None);
        Assert.Equal(rows, lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            using var row = JsonDocument.Parse(line);
            return (row.RootElement.GetProperty("ID expérience").GetString()!, row.RootElement.GetProperty("Intitulé structure 1").GetString() ?? "");
        }));

        var given = await Given(reader, 7);
        Assert.Equal(listed.Order(), given.Select(e => e.GetProperty("id").GetString()).Order());
        Assert.Equal(rows.Count, given.Sum(e => Math.Max(1, e.GetProperty("structures").GetArrayLength())));
        foreach (var experience in given.Take(3))
        {
            var (_, one) = await reader.AnswerAsync($"/api/v1/experiences/{experience.GetProperty("id").GetString()}", CancellationToken.None);
            using var alone = JsonDocument.Parse(one);
            Assert.True(JsonElement.DeepEquals(experience, alone.RootElement));
        }
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=deux", "limit")]
    [InlineData("structure=nulle-part", "structure")]
    [InlineData("structure=%00", "structure")]
    [InlineData("department=zz", "department")]
    [InlineData("feeling=1", "feeling")]
    [InlineData("answer=oui", "answer")]
    [InlineData("after=~~~", "after")]
    public async Task What_the_API_does_not_understand_is_an_error_with_its_name(string query, string name)
    {
        using var reader = new Browser(platform.Web);
        var (head, body) = await reader.AnswerAsync("/api/v1/experiences?" + query, CancellationToken.None);
        Assert.StartsWith("400", head, StringComparison.Ordinal);
        using var problem = JsonDocument.Parse(body);
        Assert.True(problem.RootElement.GetProperty("errors").TryGetProperty(name, out _));
    }

    [Theory]
    [InlineData("/api/v1/experiences/00000-00000", "404")]
    [InlineData("/api/v1/experiences/pas-un-identifiant", "404")]
    [InlineData("/api/v1/nulle-part", "404")]
    [InlineData("/api/v1/experiences?feeling=positive&answer=answered", "200")]
    public async Task A_program_gets_JSON_whatever_happens(string path, string status)
    {
        using var reader = new Browser(platform.Web);
        var (head, body) = await reader.AnswerAsync(path, CancellationToken.None);
        Assert.StartsWith(status, head, StringComparison.Ordinal);
        Assert.Contains("json", head, StringComparison.Ordinal);
        using var _ = JsonDocument.Parse(body);
    }

    [Fact]
    public async Task The_API_is_described()
    {
        using var reader = new Browser(platform.Web);
        var (_, body) = await reader.AnswerAsync("/api/openapi.json", CancellationToken.None);
        using var description = JsonDocument.Parse(body);
        Assert.Equal(
            ["/api/v1/experiences", "/api/v1/experiences/{id}"],
            description.RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order());
        var list = description.RootElement.GetProperty("paths").GetProperty("/api/v1/experiences").GetProperty("get");
        Assert.Equal(
            ["after", "answer", "department", "feeling", "limit", "structure"],
            list.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()).Order());
    }

    [Theory]
    [InlineData("fr", "Dictionnaire des données")]
    [InlineData("en-GB", "Data dictionary")]
    public async Task The_columns_are_explained(string language, string words)
    {
        var visitor = await platform.Person(language: language);
        await visitor.Opens("/donnees-ouvertes");
        await visitor.Sees(words);
        Assert.DoesNotContain("Column.", await visitor.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        await visitor.Looks($"donnees-ouvertes-{language}");
    }

    private static async Task<HashSet<string>> Listed(Browser reader)
    {
        var found = new HashSet<string>();
        IReadOnlyList<string> next = ["/experiences"];
        while (next is [var page, ..])
        {
            await reader.OpenAsync(page, CancellationToken.None);
            found.UnionWith(reader.Links(".sp-item h3 a").Select(link => link.Split('/')[^1]));
            next = reader.Links("a[rel=next]");
        }

        return found;
    }

    private static List<(string Id, string Structure)> Rows(string csv)
    {
        using var reader = CsvReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(csv)));
        var rows = new List<(string, string)>();
        while (reader.Read()) rows.Add((reader.GetString("ID expérience"), reader.GetString("Intitulé structure 1")));
        return rows;
    }

    private static async Task<List<JsonElement>> Given(Browser reader, int limit)
    {
        var found = new List<JsonElement>();
        string? after = null;
        do
        {
            var (_, body) = await reader.AnswerAsync($"/api/v1/experiences?limit={limit}&after={after}", CancellationToken.None);
            using var page = JsonDocument.Parse(body);
            found.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(e => e.Clone()));
            after = page.RootElement.GetProperty("next").GetString();
        }
        while (after is not null);
        return found;
    }
}
