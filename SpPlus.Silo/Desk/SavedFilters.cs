using System.Collections.Immutable;
using Npgsql;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Texts;

namespace SpPlus.Silo.Desk;

/// <summary>The SQL of <c>desk.saved_filters</c>, and what may be written there.</summary>
internal sealed class SavedFilters(NpgsqlDataSource database)
{
    // Two forms at once could both be the thirtieth. A statement of its own: the next one must see what was saved meanwhile.
    private const string LockSql = "select pg_advisory_xact_lock(hashtextextended($1, 0))";

    private const string SaveSql = """
        insert into desk.saved_filters as f (subject, name, query)
        select $1, $2, $3
        where exists (select from desk.saved_filters where subject = $1 and name = $2)
           or (select count(*) from desk.saved_filters where subject = $1) < $4
        on conflict (subject, name) do update set query = excluded.query
        """;

    public async Task<ImmutableArray<SavedFilter>> Of(string subject)
    {
        await using var command = Command("select name, query from desk.saved_filters where subject = $1 order by lower(name), name", subject);
        await using var reader = await command.ExecuteReaderAsync();
        var filters = ImmutableArray.CreateBuilder<SavedFilter>();
        while (await reader.ReadAsync()) filters.Add(new() { Name = reader.GetString(0), Query = reader.GetString(1) });
        return filters.ToImmutable();
    }

    public async Task<SavedFilterAnswer> Save(string subject, string name, string query)
    {
        if (Refused(Clean(name)) is { } refused) return refused;
        if (query.Length > SavedFilter.LongestQuery) return SavedFilterAnswer.QueryTooLong;
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(BatchCommand(LockSql, subject));
        var save = BatchCommand(SaveSql, subject, Clean(name), Clean(query), SavedFilter.Most);
        batch.BatchCommands.Add(save);
        await batch.ExecuteNonQueryAsync();
        return save.RecordsAffected == 1 ? SavedFilterAnswer.Done : SavedFilterAnswer.TooMany;
    }

    public async Task<SavedFilterAnswer> Rename(string subject, string name, string newName)
    {
        if (Refused(Clean(newName)) is { } refused) return refused;
        await using var command = Command(
            "update desk.saved_filters set name = $3 where subject = $1 and name = $2", subject, Clean(name), Clean(newName));
        try
        {
            return await command.ExecuteNonQueryAsync() == 1 ? SavedFilterAnswer.Done : SavedFilterAnswer.NotFound;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return SavedFilterAnswer.NameTaken;
        }
    }

    public async Task<SavedFilterAnswer> Delete(string subject, string name)
    {
        await using var command = Command("delete from desk.saved_filters where subject = $1 and name = $2", subject, Clean(name));
        return await command.ExecuteNonQueryAsync() == 1 ? SavedFilterAnswer.Done : SavedFilterAnswer.NotFound;
    }

    private static SavedFilterAnswer? Refused(string name) => name.Length switch
    {
        0 => SavedFilterAnswer.NameMissing,
        > SavedFilter.LongestName => SavedFilterAnswer.NameTooLong,
        _ => null,
    };

    // Control characters, a NUL among them, and halves of characters are in no name.
    private static string Clean(string text) =>
        WellFormed.Of(string.Concat(text.Where(c => !char.IsControl(c)))).Trim();

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }

    private static NpgsqlBatchCommand BatchCommand(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
