using Microsoft.Extensions.Options;
using Npgsql;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Deadlines;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.ImprovementActions;
using SpPlus.Silo.Journal;
using SpPlus.Silo.Privacy;
using SpPlus.Silo.Reference;

namespace SpPlus.Silo.Experiences;

/// <summary>
/// Find caller and time, decide, append, apply, answer. After an append that failed, only PostgreSQL knows what is there, so the
/// activation goes and the next one reads. See docs/adr/0011-commands-of-one-experience-share-a-commit.md.
/// </summary>
internal sealed partial class ExperienceGrain(
    [PersistentState(ExperienceSnapshot.StateName)] IPersistentState<ExperienceSnapshot> snapshot,
    IJournal journal,
    AccountDirectory accounts,
    ReferenceLibrary reference,
    TimeProvider time,
    IOptions<DeadlineOptions> deadlines,
    IOptions<ImprovementActionOptions> actions,
    ILogger<ExperienceGrain> logger) : Grain, IExperienceGrain, IDeadlineGrain, ITiedExperienceGrain
{
    /// <summary>Commands in one append at most: one that PostgreSQL refuses makes as many go one by one.</summary>
    private const int BatchLimit = 64;

    /// <summary>Commands of one experience that may wait; whoever comes then is told to try again, and nothing of theirs is done.</summary>
    internal const int WaitingLimit = 1_024;

    private readonly Queue<Asked> waiting = [];
    private bool isWorking;

    /// <summary>Durable: what is decided but not yet recorded is not in it.</summary>
    private Experience experience = Experience.None;
    private SnapshotKeeper? snapshots;

    // A key in another spelling would be a second grain for the same experience.
    private bool isReference;

    private SnapshotKeeper Snapshots => snapshots ??= new(this, snapshot, logger);

    private ExperienceId Id => ExperienceId.Parse(this.GetPrimaryKeyString());

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        isReference = ExperienceId.TryParse(this.GetPrimaryKeyString(), out var id) && id.Value == this.GetPrimaryKeyString();
        if (!isReference) return;
        await Load();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (!isReference) return;
        if (reason.ReasonCode == DeactivationReasonCode.Migrating) Snapshots.Carry(experience);
        else await Snapshots.SaveLast(experience);
    }

    public Task<CommandResult> Execute(ExperienceCommand command, Caller caller)
    {
        if (!isReference) return Task.FromResult(new CommandResult { Refusal = Refusal.NotFound });
        if (waiting.Count >= WaitingLimit) return Task.FromResult(new CommandResult { Refusal = Refusal.Unavailable });
        var asked = new Asked(command, caller);
        waiting.Enqueue(asked);
        if (!isWorking) Work().Ignore();
        return asked.Answer;
    }

    public Task Settle() =>
        DeadlineDecisions.IsDue(experience, Moment.Now(time)) ? Execute(new SettleDeadlines { OperationId = Guid.NewGuid() }, Caller.Anonymous) : Task.CompletedTask;

    /// <summary>
    /// One at a time, whatever else interleaves: nothing changes the state between deciding and appending. What came during an
    /// append is decided and appended together, so that many callers of one experience do not wait for a commit each.
    /// </summary>
    private async Task Work()
    {
        isWorking = true;
        try
        {
            while (waiting.Count > 0)
            {
                var batch = new List<Asked>();
                while (batch.Count < BatchLimit && waiting.TryDequeue(out var asked)) batch.Add(asked);
                await CarryOut(batch);
            }
        }
        finally
        {
            isWorking = false;
        }
    }

    private async Task CarryOut(List<Asked> batch)
    {
        try
        {
            var decided = new DecidedBatch(Id, experience);
            foreach (var asked in batch) await DecideOn(asked, decided);
            await Record(decided);
        }
        catch (Exception exception) when (batch.Count > 1 && exception is PostgresException or UnstorableFactException)
        {
            // Refused together, so nothing was recorded: one by one, only the command at fault fails.
            foreach (var asked in batch) await CarryOut([asked]);
        }
        catch (Exception exception)
        {
            foreach (var asked in batch) asked.Fail(exception);
            await StartAgain();
        }
    }

    private async Task DecideOn(Asked asked, DecidedBatch decided)
    {
        try
        {
            var command = asked.Command;
            if (decided.Experience.Operations.ContainsKey(command.OperationId))
            {
                decided.AlreadyDone(asked);
                return;
            }

            var context = (await ContextOf(asked.Caller, withSentText: command is PublishExperience or PublishExperienceAfterModeration)) with
            {
                Named = command is AssignResponse assignment ? accounts.Find(assignment.Subject) : null,
            };
            var decision = Decide.For(decided.Experience, command, context);
            if (decision.Refused is { } refused) LogRefused(command.GetType().Name, Id.Value, refused.Refusal);
            if (!decision.Facts.IsEmpty) await GrainFactory.Seal(Id, command, decided.Experience.Sequence);
            decided.Add(asked, decision, context);
        }
        catch (Exception exception)
        {
            asked.Fail(exception);
        }
    }

    private async Task Record(DecidedBatch decided)
    {
        if (decided.Appends.Count > 0)
        {
            switch (await journal.Append([.. decided.Appends]))
            {
                case AppendOutcome.Unavailable:
                    decided.Unavailable();
                    return;
                case AppendOutcome.Conflict:
                    throw new InvalidOperationException($"Experience {Id} was written by another activation.");
            }

            var before = experience;
            experience = decided.Experience;
            TellAudience(before);
            LogRecorded(decided.Appends.Count, Id.Value, experience.Sequence);
            Snapshots.SaveSoon(() => experience);
        }

        decided.Tell();
    }

    /// <summary>
    /// Only PostgreSQL knows what is there: this activation goes, and what already waits in it is decided on what PostgreSQL holds.
    /// </summary>
    private async Task StartAgain()
    {
        DeactivateOnIdle();
        if (waiting.Count == 0) return;
        try
        {
            await Load();
        }
        catch (Exception exception)
        {
            while (waiting.TryDequeue(out var asked)) asked.Fail(exception);
        }
    }

    private async Task Load()
    {
        var loaded = snapshot.State.Usable ?? Experience.None;
        foreach (var recorded in await journal.Read(Id, loaded.Sequence)) loaded = Fold.Apply(loaded, recorded);
        experience = loaded;
    }

    private async Task<DecisionContext> ContextOf(Caller caller, bool withSentText)
    {
        var account = accounts.Find(caller.Subject);
        return new()
        {
            Now = Moment.Now(time),
            Account = account,
            TrackingTokenHash = caller.TrackingTokenHash,
            Reference = reference.Current,
            DefaultUndoWindow = deadlines.Value.UndoWindow,
            ActionAskedAfter = actions.Value.AskedAfter,
            SentText = withSentText && account is { IsSteward: true }
                ? await GrainFactory.GetGrain<ISentTextGrain>(Id.Value).Read()
                : null,
        };
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Command} of experience {Experience} refused: {Refusal}")]
    private partial void LogRefused(string command, string experience, Refusal refusal);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Count} commands of experience {Experience} recorded up to {Sequence}")]
    private partial void LogRecorded(int count, string experience, int sequence);
}
