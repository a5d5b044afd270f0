using System.Globalization;
using System.Text.Json;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Import;
using SpPlus.Tests.Infrastructure;
using SpPlus.Tests.Reference;
using Xunit;
using Xunit.Abstractions;

namespace SpPlus.Tests.Import;

public sealed class ImportCommandTests(ITestOutputHelper output) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("spplus-import-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [SkippableFact]
    public async Task The_real_sample_is_public_with_its_responses_and_a_second_import_adds_none()
    {
        var sample = SharedData.Find("experiences-open-data-sample.json");
        Skip.If(sample is null, "No shared/data/experiences-open-data-sample.json above the checkout.");
        await using var run = await ImportRun.OnNewDatabase();

        Assert.Equal(0, await run.Import(sample));

        Assert.Equal(100, await run.Count("select count(*) from read.experiences where status in (2, 3) and title is not null and story is not null"));
        Assert.Equal(98, await run.Count("select count(*) from read.experiences where answer_status = 3"));
        Assert.Equal(98, await run.Count("select count(distinct experience) from read.responses where response is not null"));
        Assert.Equal(0, await run.Count("select count(*) from mail.queue"));
        Assert.Equal(0, await run.Count("select count(*) from journal.facts where happened_at >= recorded_at"));
        var facts = await run.Count("select count(*) from journal.facts");

        Assert.Equal(0, await run.Import(sample));

        Assert.Equal(facts, await run.Count("select count(*) from journal.facts"));
        Assert.DoesNotContain("Structures inconnues", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_record_is_imported_already_there_or_skipped_with_a_reason()
    {
        var file = Path.Combine(folder, "export.csv");
        await File.WriteAllTextAsync(file, new CsvFile()
            .Row(1)
            .Row(2, ("Description", "deux\nlignes"), ("Intitulé structure 1", "Mairie de Nulle-Part"))
            .Row(3, ("Description", "trop ; de ; colonnes"))
            .Row(1)
            .Row(4, ("Etat expérience", "Rejetée"))
            .ToString());
        await using var run = await ImportRun.OnNewDatabase();

        var dry = Path.Combine(folder, "dry.json");
        Assert.Equal(0, await run.Import(file, dry, dryRun: true));
        Assert.Equal(0, await run.Count("select count(*) from journal.facts"));
        Assert.Equal(0, await run.Import(file, Path.Combine(folder, "report.txt")));

        var report = JsonDocument.Parse(await File.ReadAllTextAsync(dry)).RootElement;
        Assert.Equal(
            (5, 2, 1, 1, 2),
            (Number("read"), Number("imported"), Number("repaired"), Number("alreadyThere"), report.GetProperty("skipped").GetArrayLength()));
        Assert.Equal(1, report.GetProperty("unknownStructures").GetProperty("Mairie de Nulle-Part").GetInt32());
        var text = await File.ReadAllTextAsync(Path.Combine(folder, "report.txt"));
        Assert.Contains("5 : 47 colonnes au lieu de 45", text, StringComparison.Ordinal);
        Assert.Contains("Posté comme", text, StringComparison.Ordinal);

        int Number(string name) => report.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task A_NUL_wherever_it_stands_stops_neither_the_pages_nor_a_later_import()
    {
        var file = Path.Combine(folder, "hostile.json");
        await File.WriteAllTextAsync(file,
            """
            [{"ID expérience":"1\u0000","titre":"Un\u0000 titre","description":"\ud800Un récit.\ufffe","ecrit_le":"2021-05-26","pseudonyme":"\u0000",
              "Structures":"Mairie\u0000 de Nulle-Part","Réponse structure":"Merci\u0000.","Canaux":"Pigeon\u0000","Amélioration de service à considérer":"Répondre\u0000"}]
            """);
        await using var run = await ImportRun.OnNewDatabase();

        Assert.Equal(0, await run.Import(file));
        Assert.Equal(0, await run.Import(file));

        Assert.Equal(1, await run.Count("select count(*) from read.experiences where status = 2"));
        Assert.Equal(1, await run.Count("select count(*) from read.responses where signature = 'Mairie de Nulle-Part'"));
    }

    [Fact]
    public async Task The_same_identifier_with_other_words_is_skipped_and_said_so()
    {
        var (first, second) = (Path.Combine(folder, "first.csv"), Path.Combine(folder, "second.csv"));
        await File.WriteAllTextAsync(first, new CsvFile()
            .Row(1).Row(1, ("Description", "Un autre récit, sous le même identifiant.")).Row(1).Row(2).ToString());
        await File.WriteAllTextAsync(second, new CsvFile()
            .Row(1, ("Intitulé structure 1", "Mairie de Nulle-Part")).Row(2, ("Réponse structure 1", "Une autre réponse.")).Row(3).ToString());
        await using var run = await ImportRun.OnNewDatabase();

        var (one, other) = (await run.Take(first), await run.Take(second));

        Assert.Equal((4, 2, 1), (one.Read, one.Imported, one.AlreadyThere));
        Assert.Equal([new(3, "même identifiant, autre contenu")], one.Skipped);
        Assert.Equal((3, 1, 1), (other.Read, other.Imported, other.AlreadyThere));
        Assert.Equal([new(3, "même identifiant, autre contenu")], other.Skipped);
    }

    [Fact]
    public async Task An_import_that_died_goes_on_where_it_was()
    {
        var file = Path.Combine(folder, "export.csv");
        await ExportGenerator.Write(file, 3_000);
        await using var run = await ImportRun.OnNewDatabase();
        using var death = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Take(file, new Once(death.Cancel), death.Token));
        var before = await run.Count("select count(*) from journal.facts where sequence = 1");
        var report = await run.Take(file);

        Assert.InRange(before, 1, 2_999);
        Assert.Equal((3_000, before, 3_000 - before, 0), (report.Read, report.AlreadyThere, report.Imported, report.Skipped.Count));
        Assert.Equal(3_000, await run.Count("select count(*) from journal.facts where sequence = 1"));
    }

    [Fact]
    public async Task Two_imports_of_one_file_at_once_record_everything_once()
    {
        var file = Path.Combine(folder, "export.csv");
        await ExportGenerator.Write(file, 2_000);
        await using var run = await ImportRun.OnNewDatabase();

        var reports = await Task.WhenAll(run.Take(file), run.Take(file));

        Assert.All(reports, r => Assert.True(r.IsAccounted));
        Assert.Equal(2_000, reports.Sum(r => r.Imported));
        Assert.Equal(2_000, await run.Count("select count(*) from journal.facts where sequence = 1"));
    }

    [Fact]
    public async Task A_file_that_turns_bad_keeps_what_came_before_and_says_why()
    {
        var file = Path.Combine(folder, "broken.json");
        await File.WriteAllTextAsync(file, """[{"titre":"Un titre","ecrit_le":"2021-05-26","description":"Un récit."}, {"titre": """);
        await using var run = await ImportRun.OnNewDatabase();

        Assert.Equal(1, await run.Import(file));
        Assert.Equal(1, await run.Import(Path.Combine(folder, "absent.json")));

        Assert.Equal(1, await run.Count("select count(*) from read.experiences"));
        Assert.Contains("enregistrement 2", run.Output, StringComparison.Ordinal);
        Assert.Contains("n’existe pas", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_folds_to_what_was_imported_and_a_grain_goes_on_from_there()
    {
        var file = Path.Combine(folder, "export.csv");
        await File.WriteAllTextAsync(file, new CsvFile().Row(7).ToString());
        await using var run = await ImportRun.OnNewDatabase();
        Assert.Equal(0, await run.Import(file));

        await using var silo = await SiloUnderTest.Start(run.ConnectionString);
        var id = ExperienceId.From("open-data:7");
        var agent = await silo.Account(Contracts.Accounts.Profile.Agent, "caf-gard");
        var comment = new CommentOnExperience { OperationId = Guid.NewGuid(), Text = "Vu." };

        Assert.True((await silo.Experience(id).Execute(comment, agent)).Refusal == Refusal.None);
        var view = await silo.Experience(id).View(agent);
        Assert.Equal("Titre 7", view!.Title);
        Assert.Equal("Bonjour et merci.", view.Standings[0].Published!.Response.Text);
        Assert.Equal(1, view.CommentCount);
    }

    [Fact]
    public async Task Demonstration_experiences_are_added_once()
    {
        await using var run = await ImportRun.OnNewDatabase();

        Assert.Equal(24, await run.Service<DemoSeed>().Run(CancellationToken.None));
        Assert.Equal(0, await run.Service<DemoSeed>().Run(CancellationToken.None));
        await run.Service<PageUpdate>().Run(CancellationToken.None);

        Assert.Equal(24, await run.Count("select count(*) from read.experiences where status = 2"));
    }

    /// <summary>
    /// The target is 2,000 a second on a machine of its own, asked for with SPPLUS_IMPORT_RECORDS=100000. Among other tests the
    /// figure is only printed, and far slower than any machine is refused.
    /// </summary>
    [Fact]
    public async Task A_large_file_is_imported_at_speed()
    {
        var asked = Environment.GetEnvironmentVariable("SPPLUS_IMPORT_RECORDS");
        var count = int.Parse(asked ?? "10000", CultureInfo.InvariantCulture);
        var file = Path.Combine(folder, "large.csv");
        await ExportGenerator.Write(file, count);
        await using var run = await ImportRun.OnNewDatabase();
        var started = TimeProvider.System.GetTimestamp();

        var report = await run.Take(file);

        var rate = report.Imported / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        output.WriteLine($"{report.Imported} experiences, {new FileInfo(file).Length / 1_048_576} MB: {rate:N0}/s");
        Assert.Equal((count, count, count / 20), (report.Read, report.Imported, report.Repaired));
        Assert.InRange(rate, asked is null ? 200 : 2_000, double.MaxValue);
    }

    private sealed class Once(Action act) : IProgress<long>
    {
        public void Report(long value) => act();
    }
}
