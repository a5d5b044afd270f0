using Microsoft.Extensions.Options;
using Npgsql;
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
    // The next fact in order, rather than whether there is one: for that the planner may read the whole journal.
    private const string BehindSql = """
        select f.position from journal.checkpoints c, lateral (
            select position from journal.facts f
            where (f.transaction, f.position) > (c.transaction, c.position)
            order by f.transaction, f.position
            limit 1) f
        where c.projection = $1
        """;

    /// <summary>One batch; true when there may be more. Public to tests and to commands that project without a silo.</summary>
    public async Task<bool> ProjectOnce(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Checkpoint(connection, cancellation) is not { } checkpoint) return false;
        if (await JournalRange.Next(connection, checkpoint, options.Value.BatchSize, cancellation) is not { } range) return false;
        var facts = await range.Read(connection, projection.Kinds, cancellation);
        if (facts.Count > 0) await projection.Project(facts, connection, cancellation);
        await Move(connection, range.UpTo, cancellation);
        await transaction.CommitAsync(cancellation);
        if (facts.Count > 0) projection.Committed();
        return range.Size == options.Value.BatchSize;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var (next, started) = (signal.Next, time.GetTimestamp());
            try
            {
                while (await ProjectOnce(stoppingToken)) { }
                // Nobody wakes for what a running transaction holds back, be it another projector's: it is looked for again.
                if (next.IsCompleted || await IsBehind(stoppingToken))
                {
                    await Task.Delay(PauseAfter(time.GetElapsedTime(started)), time, stoppingToken);
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

    /// <summary>
    /// The busier, the longer: larger batches write the rows that change often once, and the journal keeps nine tenths of the time.
    /// </summary>
    private TimeSpan PauseAfter(TimeSpan work) =>
        TimeSpan.FromTicks(Math.Clamp(9 * work.Ticks, options.Value.Pause.Ticks, Math.Max(options.Value.Pause.Ticks, options.Value.LongestPause.Ticks)));

    /// <summary>Null when another silo holds it: it does the work.</summary>
    private async Task<JournalPosition?> Checkpoint(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select transaction::text, position from journal.checkpoints where projection = $1 for update skip locked", connection);
        command.Parameters.Add(new() { Value = projection.Name });
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
            if (await reader.ReadAsync(cancellation)) return new(reader.GetString(0), reader.GetInt64(1));
        await using var create = new NpgsqlCommand(
            "insert into journal.checkpoints (projection) values ($1) on conflict do nothing", connection);
        create.Parameters.Add(new() { Value = projection.Name });
        return await create.ExecuteNonQueryAsync(cancellation) == 1 ? JournalPosition.Start : null;
    }

    private async Task<bool> IsBehind(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(BehindSql);
        command.Parameters.Add(new() { Value = projection.Name });
        return await command.ExecuteScalarAsync(cancellation) is not null;
    }

    private async Task Move(NpgsqlConnection connection, JournalPosition last, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "update journal.checkpoints set transaction = $2::text::xid8, position = $3 where projection = $1", connection);
        command.Parameters.Add(new() { Value = projection.Name });
        last.AddTo(command);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Projection {Projection} failed; it tries again from its checkpoint")]
    private partial void LogFailed(Exception exception, string projection);
}
