using Npgsql;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Journal;
using SpPlus.Silo.Reference;

namespace SpPlus.Silo.ImprovementActions;

/// <summary>
/// Find caller and time, decide, append, apply, answer: one command at a time, since an action has a few in its life. What it records,
/// the projection passes on. See docs/adr/0021-an-improvement-action-has-its-own-history.md.
/// </summary>
internal sealed partial class ImprovementActionGrain(
    IJournal journal, AccountDirectory accounts, ReferenceLibrary reference, ImprovementActionQueries queries, TimeProvider time,
    ILogger<ImprovementActionGrain> logger) : Grain, IImprovementActionGrain
{
    /// <summary>Durable: what is decided but not yet recorded is not in it.</summary>
    private ImprovementAction action = ImprovementAction.None;

    // A key in another spelling would be a second grain for the same action.
    private bool isReference;

    private ImprovementActionId Id => ImprovementActionId.Parse(this.GetPrimaryKeyString());

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        isReference = ImprovementActionId.TryParse(this.GetPrimaryKeyString(), out var id) && id.Value == this.GetPrimaryKeyString();
        if (isReference) action = ImprovementAction.Of(await journal.Read(Id, 0));
    }

    public async Task<CommandResult> Execute(ImprovementActionCommand command, Caller caller)
    {
        if (!isReference) return new() { Refusal = Refusal.NotFound };
        if (action.Operations.TryGetValue(command.OperationId, out var version)) return new() { Version = version };
        if (await ContextOf(command, caller) is not { } context) return new() { Refusal = Refusal.Unavailable };
        var decision = ImprovementActionDecisions.For(action, command, context);
        if (decision.Refused is { } refused)
        {
            LogRefused(command.GetType().Name, Id.Value, refused.Refusal);
            return refused;
        }

        if (decision.Facts.IsEmpty) return new() { Version = action.Version };
        return await Record(command, decision, context);
    }

    public async Task<ImprovementActionView?> View(Caller caller)
    {
        if (action.State is null || accounts.Find(caller.Subject) is not { } account) return null;
        var offered = ImprovementActionRights.OfferedFor(account, action.Structure, ImprovementActionRule.StageOf(action), reference.Current);
        if (!offered.HasFlag(ImprovementActionActions.Read)) return null;
        return ImprovementActionViews.For(Id, action, offered, await queries.Ties(Id, action.Experiences));
    }

    private async Task<CommandResult> Record(ImprovementActionCommand command, Decision decision, ImprovementActionContext context)
    {
        var append = new Append
        {
            Stream = Id, AfterSequence = action.Sequence, OperationId = command.OperationId, Actor = context.Account!.AsActor(),
            HappenedAt = context.Now, Facts = decision.Facts,
        };
        try
        {
            switch (await journal.Append(append))
            {
                case AppendOutcome.Unavailable:
                    return new() { Refusal = Refusal.Unavailable };
                case AppendOutcome.Conflict:
                    throw new InvalidOperationException($"Improvement action {Id} was written by another activation.");
            }
        }
        catch
        {
            // Only PostgreSQL knows what is there: the next activation reads it.
            DeactivateOnIdle();
            throw;
        }

        action = append.Facts.Select((fact, index) => append.ToRecorded(index, fact)).Aggregate(action, ImprovementActionFold.Apply);
        return new() { Version = action.Version };
    }

    /// <summary>Null when PostgreSQL cannot say which experiences may be tied: nothing was recorded.</summary>
    private async Task<ImprovementActionContext?> ContextOf(ImprovementActionCommand command, Caller caller)
    {
        var context = new ImprovementActionContext { Now = Moment.Now(time), Account = accounts.Find(caller.Subject), Reference = reference.Current };
        var (structure, asked) = command switch
        {
            PublishImprovementAction c => (c.Structure, c.Experiences),
            TieExperiences c => (action.Structure, c.Experiences),
            _ => (default, []),
        };
        if (context.Account is null || asked.IsDefaultOrEmpty || asked.Length > ImprovementActionDecisions.MaximumTies) return context;
        try
        {
            StructureId[] subtree = [.. reference.Current.Structures.Subtree(structure)];
            return context with { Tieable = await queries.Tieable(asked, subtree) };
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            LogUnavailable(exception, Id.Value);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Command} of improvement action {Action} refused: {Refusal}")]
    private partial void LogRefused(string command, string action, Refusal refusal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Improvement action {Action}: PostgreSQL cannot say which experiences may be tied")]
    private partial void LogUnavailable(Exception exception, string action);
}
