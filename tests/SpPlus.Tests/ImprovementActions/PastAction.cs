using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.ImprovementActions;
using SpPlus.Tests.Experiences;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.ImprovementActions;

/// <summary>An improvement action's past, told as what happened.</summary>
internal sealed record PastAction
{
    public static readonly ExperienceId First = ExperienceId.From("first"), Second = ExperienceId.From("second"), Elsewhere = ExperienceId.From("elsewhere");

    public static PastAction None { get; } = new();

    public ImprovementAction State { get; private init; } = ImprovementAction.None;

    public DateTimeOffset Now { get; private init; } = An.Start;

    public PastAction Committed(string structure = "ft-dr-nouvelle-aquitaine") => With(new ImprovementActionPublished
    {
        Structure = Id(structure), Title = NewAction.Title, Text = NewAction.Text, State = ImprovementActionState.Committed, Experiences = [First],
    });

    public PastAction Done() => With(new ImprovementActionDone { DoneOn = new(2026, 3, 1) });

    public PastAction With(Fact fact)
    {
        var recorded = new Recorded
        {
            Stream = ImprovementActionId.From("an action under test"), Sequence = State.Sequence + 1, OperationId = Guid.NewGuid(),
            Actor = Account(Profile.SuperAgent, "france-travail").AsActor(), HappenedAt = Now, RecordedAt = Now, Fact = fact,
        };
        return this with { State = ImprovementActionFold.Apply(State, recorded) };
    }

    public Decision Decide(ImprovementActionCommand command, Account? account) => ImprovementActionDecisions.For(State, command, new()
    {
        Now = Now, Account = account, Reference = Book, Tieable = [First, Second],
    });

    public Refusal Refusal(ImprovementActionCommand command, Account? account) =>
        Decide(command, account).Refused?.Refusal ?? Contracts.Experiences.Refusal.None;

    /// <summary>The fields at fault, with what is wrong.</summary>
    public (string, FieldProblem)[] Problems(ImprovementActionCommand command, Account account) =>
        [.. Decide(command, account).Refused?.Errors.Select(e => (e.Field, e.Problem)) ?? []];
}
