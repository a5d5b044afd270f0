using System.Collections.Immutable;
using Npgsql;

namespace SpPlus.Silo.Journal;

/// <summary>Facts that wait for their flush together: of one command, or of several on the same experience. Continuations run elsewhere: the flusher never works for a grain.</summary>
internal sealed class Pending(ImmutableArray<Append> appends)
{
    private readonly TaskCompletionSource<AppendOutcome> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly string[][] bodies = [.. appends.Select(FactRows.BodiesOf)];

    public Append First => appends[0];

    public int Count => appends.Length;

    public void AddTo(FactRows rows)
    {
        for (var i = 0; i < bodies.Length; i++) rows.Add(appends[i], bodies[i]);
    }

    public Task<AppendOutcome> Task => completion.Task;

    public void Recorded() => completion.SetResult(AppendOutcome.Recorded);

    public void Conflict() => completion.SetResult(AppendOutcome.Conflict);

    public void Unavailable() => completion.SetResult(AppendOutcome.Unavailable);

    public void Refused(PostgresException exception) => completion.SetException(exception);

    public void Unknown(Exception exception) => completion.SetException(
        new AppendOutcomeUnknownException($"No answer for operation {First.OperationId} of {First.Stream}.", exception));
}
