using Npgsql;

namespace SpPlus.Tests.Privacy.Erasure;

/// <summary>Looks for a text in every column of every row of every table, in whatever form it is stored.</summary>
internal sealed class EveryPlace(NpgsqlDataSource database)
{
    private const string ColumnsSql = """
        select format('%I.%I', n.nspname, c.relname), format('%I', a.attname), a.atttypid = 'bytea'::regtype
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'm') and a.attnum > 0 and not a.attisdropped
          and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
        order by 1, a.attnum
        """;

    /// <summary>Columns that were looked through.</summary>
    public int Searched { get; private set; }

    public long Values { get; private set; }

    /// <summary>The columns that hold one of the texts.</summary>
    public async Task<List<string>> Holding(params string[] texts)
    {
        (Searched, Values) = (0, 0);
        var holding = new List<string>();
        foreach (var (table, column, isBytes) in await Columns())
        {
            Searched++;
            var text = isBytes ? $"encode({column}, 'escape')" : $"{column}::text";
            await using var command = database.CreateCommand(
                $"select count(*) filter (where exists (select from unnest($1) t (text) where strpos(lower({text}), lower(t.text)) > 0)), count({column}) from {table}");
            command.Parameters.Add(new() { Value = texts });
            await using var reader = await command.ExecuteReaderAsync();
            await reader.ReadAsync();
            Values += reader.GetInt64(1);
            if (reader.GetInt64(0) > 0) holding.Add($"{table}.{column}");
        }

        return holding;
    }

    private async Task<List<(string Table, string Column, bool IsBytes)>> Columns()
    {
        await using var command = database.CreateCommand(ColumnsSql);
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<(string, string, bool)>();
        while (await reader.ReadAsync()) columns.Add((reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
        return columns;
    }
}
