using System.Collections.Immutable;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Npgsql;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;

namespace SpPlus.Silo.Journal;

/// <summary>
/// Group commit: whatever waits is written by one statement, by one flusher, with no artificial delay. Each grain is its
/// experience's only writer, so the commands of a group never depend on one another; a conflict or a poison row makes the
/// group's members go one by one, so that only the one at fault fails.
/// </summary>
internal sealed partial class PostgresJournal : BackgroundService, IJournal
{
    private readonly Channel<Pending> queue;
    private readonly FactTable table;
    private readonly JournalOptions options;
    private readonly JournalSignal signal;
    private readonly ILogger<PostgresJournal> logger;

    public PostgresJournal(
        FactTable table, IOptions<JournalOptions> options, JournalSignal signal, ILogger<PostgresJournal> logger)
    {
        (this.table, this.options, this.signal, this.logger) = (table, options.Value, signal, logger);
        queue = Channel.CreateBounded<Pending>(new BoundedChannelOptions(this.options.QueueLimit) { SingleReader = true });
    }

    public Task<AppendOutcome> Append(params ImmutableArray<Append> appends)
    {
        var pending = new Pending(appends);
        // A full queue means that PostgreSQL does not keep up or is away: saying so at once keeps what waits bounded.
        return queue.Writer.TryWrite(pending) ? pending.Task : Task.FromResult(AppendOutcome.Unavailable);
    }

    public Task<IReadOnlyList<Recorded>> Read(StreamKey stream, int afterSequence) => table.Read(stream, afterSequence);

    public Task<IReadOnlyList<Recorded>> ReadWithoutComments(ExperienceId experience) => table.ReadWithoutComments(experience);

    public Task<IReadOnlyList<Recorded>> ReadComments(ExperienceId experience, int beforeSequence, int limit) =>
        table.ReadComments(experience, beforeSequence, limit);

    /// <summary>
    /// What was taken before the stop is still written; what comes later is refused. Closing the queue makes the two one moment:
    /// with a flag of its own, a command that came in between would wait for ever.
    /// </summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        LogStopping(queue.Reader.Count);
        queue.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
        // Stopped before it ever ran: nobody else reads the queue.
        if (ExecuteTask is { IsCanceled: true })
            while (queue.Reader.TryRead(out var pending)) pending.Unavailable();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not stopped by the token but by the closed queue, once it is empty.
        var group = new List<Pending>(options.GroupLimit);
        while (await queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            for (var commands = 0; commands < options.GroupLimit && queue.Reader.TryRead(out var pending); commands += pending.Count) group.Add(pending);
            await Flush(group);
            group.Clear();
        }
    }

    private async Task Flush(List<Pending> group)
    {
        try
        {
            var rows = new FactRows();
            foreach (var pending in group) pending.AddTo(rows);
            await table.Insert(rows);
            foreach (var pending in group) pending.Recorded();
            signal.Raise();
        }
        catch (PostgresException refused) when (IsAboutRows(refused))
        {
            if (group.Count == 1) Settle(group[0], refused);
            else foreach (var pending in group) await Flush([pending]);
        }
        catch (JournalUnreachableException unreachable)
        {
            LogUnreachable(unreachable, group.Count);
            foreach (var pending in group) pending.Unavailable();
        }
        catch (Exception exception)
        {
            LogUnknown(exception, group.Count);
            foreach (var pending in group) pending.Unknown(exception);
        }
    }

    private void Settle(Pending pending, PostgresException refused)
    {
        if (refused.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            LogConflict(pending.First.Stream.Value, pending.First.AfterSequence);
            pending.Conflict();
            return;
        }

        LogPoison(refused, pending.First.Stream.Value, pending.First.OperationId);
        pending.Refused(refused);
    }

    /// <summary>PostgreSQL answered, and it is the rows that it did not want: class 22 (data), 23 (constraint), 54 (limits).</summary>
    private static bool IsAboutRows(PostgresException exception) => exception.SqlState[..2] is "22" or "23" or "54";

    [LoggerMessage(Level = LogLevel.Debug, Message = "Journal stops with {Waiting} commands waiting; they are written first")]
    private partial void LogStopping(int waiting);

    [LoggerMessage(Level = LogLevel.Warning, Message = "PostgreSQL cannot be reached: {Count} commands were refused, nothing was recorded")]
    private partial void LogUnreachable(Exception exception, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "A flush of {Count} commands got no answer: their outcome is unknown")]
    private partial void LogUnknown(Exception exception, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Stream} already has a fact after {Sequence}: another activation wrote it")]
    private partial void LogConflict(string stream, int sequence);

    [LoggerMessage(Level = LogLevel.Error, Message = "PostgreSQL refuses operation {Operation} of {Stream}")]
    private partial void LogPoison(Exception exception, string stream, Guid operation);
}
