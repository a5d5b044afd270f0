using Npgsql;

namespace SpPlus.Silo.Privacy.Erasure;

/// <summary>What is to be destroyed, by the last fact that asks for it: an address that the author gave afterwards stays.</summary>
internal sealed record DueErasure(string Experience, Reach Reach, int Sequence);

/// <summary>The SQL of <c>privacy.erasures</c>: what is still to be destroyed.</summary>
internal sealed class ErasureQueue(NpgsqlDataSource database)
{
    public async Task<List<DueErasure>> Next(int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select experience, reach, sequence from privacy.erasures order by queued_at limit $1");
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var due = new List<DueErasure>();
        while (await reader.ReadAsync(cancellation)) due.Add(new(reader.GetString(0), (Reach)reader.GetInt16(1), reader.GetInt32(2)));
        return due;
    }

    /// <summary>Not where more is to be destroyed by now.</summary>
    public Task Done(DueErasure done, CancellationToken cancellation) =>
        Run("delete from privacy.erasures where experience = $1 and reach = $2 and sequence = $3", cancellation, done.Experience, (short)done.Reach, done.Sequence);

    /// <summary>Behind the others, so that one that does not go holds nobody back.</summary>
    public Task Later(DueErasure failed, CancellationToken cancellation) =>
        Run("update privacy.erasures set queued_at = clock_timestamp() where experience = $1", cancellation, failed.Experience);

    /// <summary>Whether there was an address, and what became of each mail, is nobody's business any more. One that is being handed over settles by itself.</summary>
    public Task ForgetMails(string experience, CancellationToken cancellation) =>
        Run("delete from mail.queue where experience = $1 and state <> 'handing-over'", cancellation, experience);

    /// <summary>Keys of the drawers in which something typed for this experience is kept.</summary>
    public async Task<List<string>> KeptTexts(string experience, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select ext from orleans.grain_state where state = 'kept-texts' and payload is not null and starts_with(ext, $1 || '/')");
        command.Parameters.Add(new() { Value = experience });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var keys = new List<string>();
        while (await reader.ReadAsync(cancellation)) keys.Add(reader.GetString(0));
        return keys;
    }

    private async Task Run(string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
