using Npgsql;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Desk;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Desk;

/// <summary>What the inbox finds and counts, beside the same said in C#.</summary>
public sealed class InboxQueriesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Any_filters_together_find_page_by_page_what_passes_them_and_count_it(int seed)
    {
        await using var database = await MigratedDatabase.New();
        var rows = new InboxRows(seed);
        await rows.Fill(database, 60);
        await using var unprepared = new UnpreparedDatabase(database.ConnectionString);
        var (queries, found) = (new InboxQueries(unprepared), 0);

        for (var i = 0; i < 150; i++)
        {
            var (query, structures) = (rows.Query(), rows.Scope());
            var scope = new InboxScope { Structures = structures, Subject = InboxRows.Me, Now = rows.Now };
            var (items, page) = await Everything(queries, query, scope);

            Assert.Equal(rows.Expected(query, structures).Select(r => (r.Experience, r.Structure)), items.Select(x => (x.Experience, x.Structure)));
            // Twice the same question in two ways: the status and "waiting" filters do not narrow the counts of the views.
            var everyView = rows.Expected(query with { Status = null, Waiting = false }, structures);
            Assert.Equal(Counted(everyView, r => r.ListedAs), page.Counts.Where(c => c.Value > 0).OrderBy(c => c.Key));
            var everyFeeling = rows.Expected(query with { Feelings = [] }, structures);
            Assert.Equal(Counted(everyFeeling, r => r.Feeling), page.Feelings.Where(c => c.Value > 0).OrderBy(c => c.Key));
            found += items.Count;
        }

        Assert.True(found > 500, $"{found} items in all: the filters drawn leave nothing to compare.");
    }

    [Fact]
    public async Task An_item_knows_its_place_in_any_list_and_its_neighbours_also_once_it_has_left_it()
    {
        await using var database = await MigratedDatabase.New();
        var rows = new InboxRows(3);
        await rows.Fill(database, 40);
        await using var unprepared = new UnpreparedDatabase(database.ConnectionString);
        var (places, gone) = (new InboxPlaces(unprepared), 0);

        for (var i = 0; i < 60; i++)
        {
            var query = rows.Query();
            var scope = new InboxScope { Subject = InboxRows.Me, Now = rows.Now };
            var list = rows.Expected(query, null);
            var row = rows.All[i % rows.All.Count];
            var place = (await places.Of(query, scope, row.Experience, row.Structure))!;

            var index = Array.IndexOf(list, row);
            if (index < 0) gone++;
            Assert.Equal(index < 0 ? (int?)null : index + 1, place.Position);
            Assert.Equal(list.Length, place.Count);
            // Sorted in with the others, whether it is one of them or not.
            var all = InboxRows.InOrder([.. list.Append(row).Distinct()], query);
            var at = Array.IndexOf(all, row);
            Assert.Equal(at == 0 ? ((ExperienceId, StructureId)?)null : (all[at - 1].Experience, all[at - 1].Structure), Keys(place.Previous));
            Assert.Equal(at == all.Length - 1 ? ((ExperienceId, StructureId)?)null : (all[at + 1].Experience, all[at + 1].Structure), Keys(place.Next));
            var page = await new InboxQueries(unprepared).Page(query with { After = place.After, Limit = 1 }, scope);
            if (index >= 0) Assert.Equal((row.Experience, row.Structure), (page.Items[0].Experience, page.Items[0].Structure));
        }

        Assert.InRange(gone, 5, 58);
        Assert.Null(await places.Of(new(), new() { Structures = [], Subject = "", Now = rows.Now }, rows.All[0].Experience, rows.All[0].Structure));
    }

    [Theory]
    [InlineData("adresse oubliée", true)]
    [InlineData("ADRESSES OUBLIEES", true)]
    [InlineData("l’hôpital", true)]
    [InlineData("hopitaux", true)]
    [InlineData("\"démarche oubliée\"", false)]
    [InlineData("adresse -oubliée", false)]
    [InlineData("préfecture", false)]
    public async Task Words_are_found_whatever_their_accents_case_and_number(string words, bool isFound)
    {
        await using var database = await MigratedDatabase.New();
        var id = ExperienceId.From("words");
        await database.Execute(
            $"""
            insert into read.experiences (id, status, title, story, contact_date, feeling, services, submitted_at, answer_status)
            values ('{id}', 2, 'Une adresse oubliée', 'Les hôpitaux n’ont pas reçu la démarche.', date '2026-01-01', 1, '{"{}"}', now(), 1);
            insert into read.standings (experience, structure, ordinal, status, concerned_since, open, feeling, general_tags, channels, business_tags, improvements)
            values ('{id}', 'cnaf', 1, 1, now(), true, 1, '{"{}"}', '[]', '{"{}"}', '{"{}"}')
            """);
        Assert.Equal(isFound ? [id] : [], await Found(database, words));
        Assert.Equal([id], await Found(database, id.Value.ToLowerInvariant()));
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("\ud83d")]
    [InlineData("' or 1=1 --")]
    [InlineData("!!!&&&|||((")]
    [InlineData("\"")]
    [InlineData("de la")]
    [InlineData("%_\\")]
    public async Task Any_text_may_be_looked_for(string words)
    {
        await using var database = await MigratedDatabase.New();
        Assert.Empty(await Found(database, words + " introuvable"));
        Assert.Empty(await Found(database, words));
        Assert.Empty(await Found(database, string.Concat(Enumerable.Repeat(words, 5_000))));
    }

    private static (ExperienceId, StructureId)? Keys(InboxNeighbour? neighbour) =>
        neighbour is null ? null : (neighbour.Experience, neighbour.Structure);

    private static async Task<IEnumerable<ExperienceId>> Found(NpgsqlDataSource database, string words)
    {
        await using var unprepared = new UnpreparedDatabase(database.ConnectionString);
        var page = await new InboxQueries(unprepared).Page(
            new() { Text = words }, new() { Structures = [StructureId.Parse("cnaf")], Subject = "", Now = DateTimeOffset.UnixEpoch });
        Assert.Equal(page.Items.Length, page.Counts.Values.Sum());
        return page.Items.Select(i => i.Experience);
    }

    private static async Task<(List<InboxItem> Items, InboxPage First)> Everything(InboxQueries queries, InboxQuery query, InboxScope scope)
    {
        var first = await queries.Page(query, scope);
        var items = first.Items.ToList();
        for (var page = first; page.Next is { } next; items.AddRange(page.Items)) page = await queries.Page(query with { After = next }, scope);
        return (items, first);
    }

    private static IEnumerable<KeyValuePair<T, int>> Counted<T>(IEnumerable<InboxRows.Row> rows, Func<InboxRows.Row, T> by) where T : notnull =>
        rows.GroupBy(by).Select(g => KeyValuePair.Create(g.Key, g.Count())).OrderBy(c => c.Key);
}
