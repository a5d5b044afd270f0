using Npgsql;
using SpPlus.Contracts.Accounts;

namespace SpPlus.Silo.Desk;

/// <summary>Who wants to be written to, and when (STEP-3). Nobody is unless they choose it.</summary>
internal sealed class TellingChoices(NpgsqlDataSource database)
{
    public async Task<Telling> Of(string subject)
    {
        await using var command = database.CreateCommand("select choice from desk.telling where subject = $1");
        command.Parameters.Add(new() { Value = subject });
        return (Telling)(short)(await command.ExecuteScalarAsync() ?? (short)0);
    }

    /// <summary>Chosen again it changes nothing: what waits to be told is told.</summary>
    public async Task Choose(string subject, Telling choice, string language, DateTimeOffset now)
    {
        await using var command = database.CreateCommand(choice == Telling.Never
            ? "delete from desk.telling where subject = $1"
            : """
              insert into desk.telling (subject, choice, language, transaction, position, told_at)
              select $1, $2, $3, coalesce(f.transaction, '0'), coalesce(f.position, 0), $4
              from (values (1)) as one (row)
              left join (select transaction, position from journal.facts order by transaction desc, position desc limit 1) f on true
              on conflict (subject) do update set choice = excluded.choice, language = excluded.language
              """);
        command.Parameters.Add(new() { Value = subject });
        if (choice != Telling.Never)
        {
            command.Parameters.Add(new() { Value = (short)choice });
            command.Parameters.Add(new() { Value = language });
            command.Parameters.Add(new() { Value = now.ToUniversalTime() });
        }

        await command.ExecuteNonQueryAsync();
    }
}
