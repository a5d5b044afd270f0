using Npgsql;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Desk;

/// <summary>Where an item stands in a list, without reading the list: its neighbours, and how many come before it up to a thousand.</summary>
internal sealed class InboxPlaces(UnpreparedDatabase database)
{
    private const string KeySql = "select s.concerned_since, s.experience, s.structure from read.standings s";

    public async Task<InboxPlace?> Of(InboxQuery query, InboxScope scope, ExperienceId experience, StructureId structure)
    {
        if (scope.Structures?.Contains(structure) == false) return null;
        if (await Key($"{KeySql} where s.experience = $1 and s.structure = $2", experience.Value, structure.Value) is not { } own) return null;
        var words = await FoundWords.Find(database.Source, query.Text);
        var (ascending, descending) = (Order("asc"), Order("desc"));
        var (forward, backward) = Filter().OldestFirst ? (ascending, descending) : (descending, ascending);
        var previous = await Key(Filter().Before(own).Command(database.Source, KeySql, backward));
        var next = await Key(Filter().After(own).Command(database.Source, KeySql, forward));
        var isThere = await Count(Filter().At(own)) == 1;
        var before = isThere && previous is not null ? await Count(Filter().Before(own)) : 0;
        var count = await Count(Filter());
        return new()
        {
            Position = isThere && before < InboxPlace.Furthest ? before + 1 : null,
            Count = count <= InboxPlace.Furthest ? count : null,
            Previous = Neighbour(previous),
            Next = Neighbour(next),
            After = previous is null ? null : Cursor.Write(previous.At, previous.Keys),
        };

        InboxConditions Filter() => new InboxConditions(query, scope).InView().InOthers(words);
    }

    private async Task<int> Count(InboxConditions filter)
    {
        await using var command = filter.Command(
            database.Source, "select count(*)::int from (select from read.standings s", $"limit {InboxPlace.Furthest + 1}) s");
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private Task<Cursor?> Key(string sql, params object[] values)
    {
        var command = database.Source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return Key(command);
    }

    private static async Task<Cursor?> Key(NpgsqlCommand command)
    {
        await using (command)
        {
            await using var reader = await command.ExecuteReaderAsync();
            return await reader.ReadAsync() ? new(reader.GetFieldValue<DateTimeOffset>(0), [reader.GetString(1), reader.GetString(2)]) : null;
        }
    }

    private static InboxNeighbour? Neighbour(Cursor? key) => key is null
        ? null
        : new() { Experience = ExperienceId.Parse(key.Keys[0]), Structure = StructureId.Parse(key.Keys[1]) };

    private static string Order(string direction) =>
        $"order by s.concerned_since {direction}, s.experience {direction}, s.structure {direction} limit 1";
}
