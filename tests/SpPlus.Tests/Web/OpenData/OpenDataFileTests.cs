using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SpPlus.Web.OpenData;
using SpPlus.Web.Reference;
using Xunit;
using static SpPlus.Tests.Web.OpenData.OpenDataSample;

namespace SpPlus.Tests.Web.OpenData;

public sealed class OpenDataFileTests
{
    private static readonly ImmutableArray<OpenDataColumn> Columns = OpenDataColumns.Of(ReferenceBook.Empty);

    [Theory]
    [InlineData("deux\nlignes, une virgule et des \"guillemets\"")]
    [InlineData("\n\r\nfin\r\n")]
    [InlineData("\"")]
    [InlineData("un emoji 🙂, עברית, \u200Bzéro\u202E")]
    [InlineData("'déjà une apostrophe")]
    public async Task What_was_written_comes_back_from_both_files(string words)
    {
        var experience = Experience(Answered(Caf, words)) with { Title = words, Story = words };
        var row = Assert.Single(await Csv(experience));
        using var line = JsonDocument.Parse(await JsonLines(experience));
        foreach (var column in (string[])["Titre", "Description"])
        {
            Assert.Equal(words, row[column]);
            Assert.Equal(words, line.RootElement.GetProperty(column).GetString());
        }

        Assert.Equal(Columns.Select(c => c.Name), line.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Contains(words, row["Réponse structure 1"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://exemple.fr\")")]
    [InlineData("+33")]
    [InlineData("- le guichet")]
    [InlineData("@nom")]
    public async Task What_a_spreadsheet_would_run_is_text(string words)
    {
        var experience = Experience() with { Title = words };
        Assert.Equal("'" + words, Assert.Single(await Csv(experience))["Titre"]);
        using var line = JsonDocument.Parse(await JsonLines(experience));
        Assert.Equal(words, line.RootElement.GetProperty("Titre").GetString());
    }

    [Fact]
    public async Task The_CSV_begins_with_the_mark_of_UTF_8_and_has_lines_of_RFC_4180()
    {
        using var file = new MemoryStream();
        await CsvFile.Write(file, Columns, Pages(Experience()), CancellationToken.None);
        Assert.Equal(Encoding.UTF8.GetPreamble(), file.ToArray()[..3]);
        var text = Encoding.UTF8.GetString(file.ToArray());
        Assert.Equal(2, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_public_is_a_file_of_columns_alone()
    {
        using var file = new MemoryStream();
        await CsvFile.Write(file, Columns, Pages(), CancellationToken.None);
        Assert.Empty(Read(file));
        Assert.Equal("", await JsonLines());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task A_file_that_cannot_be_finished_never_looks_whole(string encoding)
    {
        await using var web = await WebUnderTest.Start(
            map: app => app.MapGet(OpenDataEndpoints.Path + "/essai", (HttpContext context) => Results.Stream(
                to => CsvFile.Write(to, Columns, Broken(), context.RequestAborted), "text/csv")));
        using var request = new HttpRequestMessage(HttpMethod.Get, OpenDataEndpoints.Path + "/essai");
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        using var answer = await web.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(encoding == "gzip", answer.Content.Headers.ContentEncoding.Contains("gzip"));
        await Assert.ThrowsAsync<HttpRequestException>(() => answer.Content.ReadAsByteArrayAsync());
    }

    private static async IAsyncEnumerable<IReadOnlyList<OpenDataRow>> Broken()
    {
        await foreach (var page in Pages(Experience())) yield return page;
        throw new TimeoutException("The database is away.");
    }

    private static async Task<List<Dictionary<string, string>>> Csv(params SpPlus.Web.Experiences.PublicExperience[] experiences)
    {
        using var file = new MemoryStream();
        await CsvFile.Write(file, Columns, Pages(experiences), CancellationToken.None);
        return Read(file);
    }

    private static List<Dictionary<string, string>> Read(MemoryStream file)
    {
        file.Position = 0;
        using var csv = CsvReader.Create(file);
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read()) rows.Add(Columns.ToDictionary(c => c.Name, c => csv.GetString(c.Name)));
        return rows;
    }

    private static async Task<string> JsonLines(params SpPlus.Web.Experiences.PublicExperience[] experiences)
    {
        using var file = new MemoryStream();
        await JsonLinesFile.Write(file, Columns, Pages(experiences), CancellationToken.None);
        return Encoding.UTF8.GetString(file.ToArray());
    }
}
