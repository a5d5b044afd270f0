using Npgsql;

namespace SpPlus.Silo.Journal;

/// <summary>A command's facts that wait for their flush. Continuations run elsewhere: the flusher never works for a grain.</summary>
internal sealed class Pending(Append append)
{
    private readonly TaskCompletionSource<AppendOutcome> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Append Append => append;

    public string[] Bodies { get; } = FactRows.BodiesOf(append);

    public Task<AppendOutcome> Task => completion.Task;

    public void Recorded() => completion.SetResult(AppendOutcome.Recorded);

    public void Conflict() => completion.SetResult(AppendOutcome.Conflict);

    public void Unavailable() => completion.SetResult(AppendOutcome.Unavailable);

    public void Refused(PostgresException exception) => completion.SetException(exception);

    public void Unknown(Exception exception) => completion.SetException(
        new AppendOutcomeUnknownException($"No answer for operation {append.OperationId} of {append.Experience}.", exception));
}
