using Npgsql;
using SpPlus.Faults.Load;
using SpPlus.Tests.Infrastructure;

namespace SpPlus.Faults.Checking;

/// <summary>The journal against what the callers were told, by SQL alone.</summary>
internal static class JournalCheck
{
    // Of nobody: deadlines, ties of improvement actions, what is let go.
    private const string RecordedSql = """
        select operation_id, experience, min(sequence), count(*), max(sequence) - min(sequence) + 1 = count(*),
               bool_and(actor = 5 or kind = 'improvement-action-tied'), bool_or(kind = 'experience-submitted')
        from journal.facts group by operation_id, experience order by min(transaction::text::bigint)
        """;

    public static async Task Run(NpgsqlDataSource database, IReadOnlyCollection<Sent> all, Findings findings)
    {
        var sent = all.Where(s => s.Incident is null).ToArray();
        var recorded = await Recorded(database, findings);
        // The web's own operation follows from the form's whole content: it is known by what it makes.
        var submissions = recorded.Where(r => r.Value.IsSubmission).ToLookup(r => r.Value.Stream);
        foreach (var command in sent.Where(s => s.IsForm))
            if (submissions[command.Stream].FirstOrDefault().Key is var operation && operation != Guid.Empty) command.Operation = operation;
        findings.Duplicated.AddRange(submissions.Where(s => s.Count() > 1).Select(s => $"submitted {s.Count()} times: {s.Key}"));
        foreach (var command in sent)
        {
            var found = recorded.GetValueOrDefault(command.Operation);
            if (found is null && command.Outcome == Outcome.Accepted) findings.Missing.Add($"acknowledged at {command.At:mm\\:ss\\.fff}: {Text(command)}");
            if (found is not null && command.Outcome == Outcome.Refused) findings.Wrong.Add($"refused ({command.Reason}) and recorded: {Text(command)}");
            if (found is not null && command.Outcome == Outcome.Unknown) findings.UnknownAndRecorded++;
            if (found is not null && found.Stream != command.Stream) findings.Wrong.Add($"recorded of {found.Stream}: {Text(command)}");
        }

        var known = sent.Select(s => s.Operation).Concat(all.Where(s => s.Incident is not null).SelectMany(s => IncidentCheck.Operations(s.Incident!))).ToHashSet();
        findings.Wrong.AddRange(recorded.Where(r => !known.Contains(r.Key) && !r.Value.IsOfNobody).Select(r => $"nobody sent operation {r.Key} of {r.Value.Stream}"));
        InOrder(sent, recorded, findings);
        findings.Wrong.AddRange((await database.Rows(
            "select experience from journal.facts group by experience having min(sequence) <> 1 or max(sequence) <> count(*)")).Select(r => $"history with a gap: {r}"));
    }

    /// <summary>What one caller had acknowledged one after the other stands in that order.</summary>
    private static void InOrder(IReadOnlyCollection<Sent> sent, Dictionary<Guid, RecordedOperation> recorded, Findings findings)
    {
        foreach (var mine in sent.Where(s => s.Outcome == Outcome.Accepted).GroupBy(s => (s.Caller, s.Stream)))
        {
            var last = 0;
            foreach (var command in mine.OrderBy(s => s.Order))
            {
                if (!recorded.TryGetValue(command.Operation, out var found)) continue;
                if (found.Sequence < last) findings.Wrong.Add($"before what was acknowledged before it: {Text(command)}");
                last = found.Sequence;
            }
        }
    }

    private static async Task<Dictionary<Guid, RecordedOperation>> Recorded(NpgsqlDataSource database, Findings findings)
    {
        var recorded = new Dictionary<Guid, RecordedOperation>();
        await using var command = database.CreateCommand(RecordedSql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var (operation, found) = (reader.GetGuid(0), new RecordedOperation(reader.GetString(1), reader.GetInt32(2), reader.GetBoolean(5), reader.GetBoolean(6)));
            if (!reader.GetBoolean(4)) findings.Duplicated.Add($"the facts of operation {operation} of {found.Stream} do not follow one another");
            if (!recorded.TryAdd(operation, found) && !found.IsOfNobody)
                findings.Duplicated.Add($"operation {operation} stands in {found.Stream} and in {recorded[operation].Stream}");
        }

        return recorded;
    }

    private static string Text(Sent sent) => $"{sent.Command} of {sent.Stream} by {sent.Caller}, its {sent.Order}. ({sent.Operation})";

    private sealed record RecordedOperation(string Stream, int Sequence, bool IsOfNobody, bool IsSubmission);
}
