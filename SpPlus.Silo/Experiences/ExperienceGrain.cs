using System.Collections.Immutable;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Journal;
using SpPlus.Silo.Privacy;
using SpPlus.Silo.Reference;

namespace SpPlus.Silo.Experiences;

/// <summary>
/// Find caller and time, decide, append, apply, answer. Non-reentrant: nothing changes the state between deciding and
/// appending. After an append that failed, only PostgreSQL knows what is there, so the activation goes and the next one reads.
/// </summary>
internal sealed partial class ExperienceGrain(
    [PersistentState(ExperienceSnapshot.StateName)] IPersistentState<ExperienceSnapshot> snapshot,
    IJournal journal,
    AccountDirectory accounts,
    ReferenceLibrary reference,
    TimeProvider time,
    ILogger<ExperienceGrain> logger) : Grain, IExperienceGrain
{
    private Experience experience = Experience.None;
    private IGrainTimer? saving;

    // A key in another spelling would be a second grain for the same experience.
    private bool isReference;

    private ExperienceId Id => ExperienceId.Parse(this.GetPrimaryKeyString());

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        isReference = ExperienceId.TryParse(this.GetPrimaryKeyString(), out var id) && id.Value == this.GetPrimaryKeyString();
        if (!isReference) return;
        experience = snapshot.State.Usable ?? Experience.None;
        foreach (var recorded in await journal.Read(Id, experience.Sequence)) experience = Fold.Apply(experience, recorded);
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (isReference && ExperienceSnapshot.IsDue(snapshot.State, experience, onDeactivation: true)) await SaveSnapshot();
    }

    public async Task<CommandResult> Execute(ExperienceCommand command, Caller caller)
    {
        if (!isReference) return new() { Refusal = Refusal.NotFound };
        if (experience.Operations.ContainsKey(command.OperationId)) return Answer.To(command, experience);
        var context = await ContextOf(caller, withSentText: command is PublishExperience or PublishExperienceAfterModeration);
        var decision = Decide.For(experience, command, context);
        if (decision.Refused is { } refused)
        {
            LogRefused(command.GetType().Name, Id.Value, refused.Refusal);
            return refused;
        }

        if (decision.Facts.IsEmpty) return Answer.To(command, experience);
        // Sealed before the first fact: dying in between leaves a sealed text that no experience points to, never an
        // experience whose text is missing. A retry seals the same again.
        if (command is SubmitExperience submission) await Seal(submission);
        return await Record(command, decision, context);
    }

    public async Task<ExperienceView?> View(Caller caller)
    {
        if (experience.Status is null) return null;
        var context = await ContextOf(caller, withSentText: experience.Status is ExperienceStatus.Submitted or ExperienceStatus.Rejected);
        return ExperienceViews.For(Id, experience, context);
    }

    public async Task<TrackingView?> Track(Caller caller)
    {
        var context = await ContextOf(caller, withSentText: false);
        return AuthorDecisions.IsAuthor(experience, context) ? ExperienceViews.ForAuthor(Id, experience, context.Now) : null;
    }

    public async Task<ImmutableArray<HistoryEntry>?> History(Caller caller)
    {
        var context = await ContextOf(caller, withSentText: false);
        if (context.Account is not { } account || !Rights.Sees(account, experience, context.Structures)) return null;
        return [.. (await journal.Read(Id, 0)).Select(recorded => Experiences.History.Entry(recorded, account, context.Structures))];
    }

    private async Task<CommandResult> Record(ExperienceCommand command, Decision decision, DecisionContext context)
    {
        var append = new Append
        {
            Experience = Id,
            AfterSequence = experience.Sequence,
            OperationId = command.OperationId,
            Actor = context.Account?.AsActor() ?? Actor.Author,
            HappenedAt = context.Now,
            Facts = decision.Facts,
        };
        try
        {
            switch (await journal.Append(append))
            {
                case AppendOutcome.Unavailable:
                    return new() { Refusal = Refusal.Unavailable };
                case AppendOutcome.Conflict:
                    throw new InvalidOperationException($"Experience {Id} was written by another activation.");
            }
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }

        experience = append.Facts.Select((fact, index) => append.ToRecorded(index, fact)).Aggregate(experience, Fold.Apply);
        LogRecorded(command.GetType().Name, Id.Value, experience.Sequence);
        if (saving is null && ExperienceSnapshot.IsDue(snapshot.State, experience, onDeactivation: false)) SaveSnapshotSoon();
        return Answer.To(command, experience);
    }

    private async Task Seal(SubmitExperience submission)
    {
        await GrainFactory.GetGrain<ISentTextGrain>(Id.Value).Seal(SubmissionDecisions.TextOf(submission));
        await GrainFactory.GetGrain<IVaultGrain>(Id.Value).Seal(new()
        {
            Address = string.IsNullOrWhiteSpace(submission.Email) ? null : submission.Email.Trim(),
            TrackingToken = submission.TrackingToken,
            Language = submission.Language,
        });
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
            SentText = withSentText && account is { IsSteward: true }
                ? await GrainFactory.GetGrain<ISentTextGrain>(Id.Value).Read()
                : null,
        };
    }

    /// <summary>After the answer: a snapshot costs its caller nothing, and losing it costs a replay.</summary>
    private void SaveSnapshotSoon() => saving = this.RegisterGrainTimer(
        async () =>
        {
            saving?.Dispose();
            saving = null;
            await SaveSnapshot();
        },
        new() { DueTime = TimeSpan.Zero, Period = Timeout.InfiniteTimeSpan });

    private async Task SaveSnapshot()
    {
        try
        {
            snapshot.State = new() { Format = ExperienceSnapshot.CurrentFormat, Experience = experience };
            await snapshot.WriteStateAsync();
        }
        catch (Exception exception)
        {
            LogSnapshotNotSaved(exception, Id.Value, experience.Sequence);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Command} of experience {Experience} refused: {Refusal}")]
    private partial void LogRefused(string command, string experience, Refusal refusal);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Command} of experience {Experience} recorded up to {Sequence}")]
    private partial void LogRecorded(string command, string experience, int sequence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Snapshot of experience {Experience} at {Sequence} not saved; activation will replay")]
    private partial void LogSnapshotNotSaved(Exception exception, string experience, int sequence);
}
