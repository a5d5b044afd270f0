using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Journal;

namespace SpPlus.Silo.Projections;

/// <summary>
/// Reads facts after the checkpoint, in order, and moves rows and checkpoint in one transaction. Every silo runs one; the
/// checkpoint's row lock lets one work at a time, so a dead silo's work goes on in another. Facts are read up to the oldest
/// transaction that still runs, so that one that commits late is never skipped.
/// </summary>
internal sealed partial class Projector<TProjection>(
    TProjection projection,
    NpgsqlDataSource database,
    JournalSignal signal,
    IOptions<ProjectorOptions> options,
    TimeProvider time,
    ILogger<Projector<TProjection>> logger) : BackgroundService
    where TProjection : class, IProjection
{
    // Ordered by the number, not by a selected column of the same name: as text, 1000 comes before 999 and its facts are lost.
    // Of the kinds that the projection has no use for only the last fact travels: the checkpoint passes it.
    private const string ReadSql = $"""
        select {FactTable.Columns}, transaction::text as transaction_text, position, wanted, batch_size
        from (
            select batch.*, $4::text[] is null or kind = any($4) as wanted, count(*) over () as batch_size, row_number() over () as number
            from (
                select * from journal.facts f
                where (f.transaction, f.position) > ($1::text::xid8, $2)
                  and f.transaction < pg_snapshot_xmin(pg_current_snapshot())
                order by f.transaction, f.position
                limit $3
            ) batch
        ) numbered
        where wanted or number = batch_size
        order by number
        """;

    private const string BehindSql = """
        select exists (
            select from journal.checkpoints c
            where c.projection = $1 and exists (
                select from journal.facts f where (f.transaction, f.position) > (c.transaction, c.position)))
        """;

    /// <summary>One batch; true when there may be more. Public to tests and to commands that project without a silo.</summary>
    public async Task<bool> ProjectOnce(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Checkpoint(connection, cancellation) is not { } checkpoint) return false;
        var (facts, last, size) = await Read(connection, checkpoint, cancellation);
        if (size == 0) return false;
        if (facts.Count > 0) await projection.Project(facts, connection, cancellation);
        await Move(connection, last, cancellation);
        await transaction.CommitAsync(cancellation);
        if (facts.Count > 0) projection.Committed();
        return size == options.Value.BatchSize;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                while (await ProjectOnce(stoppingToken)) { }
                // The pause lets a busy journal fill a batch: rows that change often are then written once. Nobody wakes for what
                // a running transaction holds back, be it another projector's: it is looked for again.
                if (next.IsCompleted || await IsBehind(stoppingToken))
                {
                    await Task.Delay(options.Value.Pause, time, stoppingToken);
                    continue;
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception, projection.Name);
                await Task.Delay(options.Value.Idle, time, stoppingToken);
            }

            await Task.WhenAny(next, Task.Delay(options.Value.Idle, time, stoppingToken));
        }
    }

    /// <summary>Null when another silo holds it: it does the work.</summary>
    private async Task<Position?> Checkpoint(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select transaction::text, position from journal.checkpoints where projection = $1 for update skip locked", connection);
        command.Parameters.Add(new() { Value = projection.Name });
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
            if (await reader.ReadAsync(cancellation)) return new(reader.GetString(0), reader.GetInt64(1));
        await using var create = new NpgsqlCommand(
            "insert into journal.checkpoints (projection) values ($1) on conflict do nothing", connection);
        create.Parameters.Add(new() { Value = projection.Name });
        return await create.ExecuteNonQueryAsync(cancellation) == 1 ? new("0", 0) : null;
    }

    private async Task<bool> IsBehind(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(BehindSql);
        command.Parameters.Add(new() { Value = projection.Name });
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task<(List<Recorded> Facts, Position Last, long Size)> Read(
        NpgsqlConnection connection, Position after, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(ReadSql, connection);
        command.Parameters.Add(new() { Value = after.Transaction, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = after.Number });
        command.Parameters.Add(new() { Value = options.Value.BatchSize });
        command.Parameters.Add(new() { Value = projection.Kinds ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (facts, last, size) = (new List<Recorded>(), after, 0L);
        while (await reader.ReadAsync(cancellation))
        {
            if (reader.GetBoolean(13)) facts.Add(FactRows.Recorded(reader));
            (last, size) = (new(reader.GetString(11), reader.GetInt64(12)), reader.GetInt64(14));
        }

        return (facts, last, size);
    }

    private async Task Move(NpgsqlConnection connection, Position last, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "update journal.checkpoints set transaction = $2::text::xid8, position = $3 where projection = $1", connection);
        command.Parameters.Add(new() { Value = projection.Name });
        command.Parameters.Add(new() { Value = last.Transaction, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = last.Number });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Projection {Projection} failed; it tries again from its checkpoint")]
    private partial void LogFailed(Exception exception, string projection);

    private sealed record Position(string Transaction, long Number);
}
