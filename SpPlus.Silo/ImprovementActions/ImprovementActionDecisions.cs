using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Privacy;
using Actions = SpPlus.Contracts.ImprovementActions.ImprovementActionActions;

namespace SpPlus.Silo.ImprovementActions;

/// <summary>
/// ACT-1. (none) → engagée | réalisée; engagée → réalisée; an amendment, a date and a state are refused where somebody changed them
/// meanwhile; ties add up, whoever makes them, and what is tied already is left alone.
/// </summary>
internal static class ImprovementActionDecisions
{
    /// <summary>In one command.</summary>
    public const int MaximumExperiences = 500;

    /// <summary>Of one action, over all commands.</summary>
    public const int MaximumTies = 2_000;

    private const int FirstYear = 1900, LastYear = 2200;

    public static Decision For(ImprovementAction action, ImprovementActionCommand command, ImprovementActionContext context) => command switch
    {
        PublishImprovementAction c => Publish(action, c, context),
        AmendImprovementAction c => Amend(action, c, context),
        CompleteImprovementAction c => Complete(action, c, context),
        TieExperiences c => Tie(action, c, context),
        _ => Decision.Refuse(Refusal.NotFound),
    };

    private static Decision Publish(ImprovementAction action, PublishImprovementAction command, ImprovementActionContext context)
    {
        if (Check(action, Actions.Publish, command.Structure, context) is { } refusal) return Decision.Refuse(refusal);
        var (title, text, errors) = (Words.CleanLine(command.Title), Words.Clean(command.Text), new FieldErrors());
        CheckWords(title, text, errors);
        var isDone = command.State == ImprovementActionState.Done;
        if (!Enum.IsDefined(command.State)) errors.Add(nameof(command.State), FieldProblem.Missing);
        else if (isDone) CheckDone(command.DoneOn, errors, context);
        else CheckPlanned(command.PlannedFor, errors);
        CheckExperiences(command.Experiences, errors, context);
        if (errors.Any) return errors.Refuse();
        if (Unseen(title!, text!, command.Reviewed) is { IsEmpty: false } marks) return Decision.Refuse(marks);
        return Decision.Of(new ImprovementActionPublished
        {
            Structure = command.Structure, Title = title!, Text = text!, State = command.State,
            PlannedFor = isDone ? null : command.PlannedFor, DoneOn = isDone ? command.DoneOn : null, Experiences = command.Experiences,
        });
    }

    private static Decision Amend(ImprovementAction action, AmendImprovementAction command, ImprovementActionContext context)
    {
        if (Check(action, Actions.Amend, action.Structure, context) is { } refusal) return Decision.Refuse(refusal);
        if (command.ExpectedVersion != action.Version) return Decision.Refuse(Refusal.StaleVersion, action.Version);
        var (title, text, errors) = (Words.CleanLine(command.Title), Words.Clean(command.Text), new FieldErrors());
        var planned = action.State == ImprovementActionState.Done ? action.PlannedFor : command.PlannedFor;
        CheckWords(title, text, errors);
        CheckPlanned(planned, errors);
        if (errors.Any) return errors.Refuse();
        // What is public already has been looked at.
        string[] seen = [.. command.Reviewed.IsDefault ? [] : command.Reviewed, .. PersonalData.In(action.Title).Concat(PersonalData.In(action.Text)).Select(m => m.Passage)];
        if (Unseen(title!, text!, [.. seen]) is { IsEmpty: false } marks) return Decision.Refuse(marks);
        return title == action.Title && text == action.Text && planned == action.PlannedFor
            ? Decision.Refuse(Refusal.NothingChanged)
            : Decision.Of(new ImprovementActionAmended { Title = title!, Text = text!, PlannedFor = planned });
    }

    private static Decision Complete(ImprovementAction action, CompleteImprovementAction command, ImprovementActionContext context)
    {
        if (Check(action, Actions.Complete, action.Structure, context) is { } refusal) return Decision.Refuse(refusal);
        if (command.ExpectedVersion != action.Version) return Decision.Refuse(Refusal.StaleVersion, action.Version);
        var errors = new FieldErrors();
        CheckDone(command.DoneOn, errors, context);
        return errors.Any ? errors.Refuse() : Decision.Of(new ImprovementActionDone { DoneOn = command.DoneOn });
    }

    private static Decision Tie(ImprovementAction action, TieExperiences command, ImprovementActionContext context)
    {
        if (Check(action, Actions.Tie, action.Structure, context) is { } refusal) return Decision.Refuse(refusal);
        var errors = new FieldErrors();
        var tied = action.Experiences.ToHashSet();
        ImmutableArray<ExperienceId> added = command.Experiences.IsDefault ? [] : [.. command.Experiences.Distinct().Where(e => !tied.Contains(e))];
        if (command.Experiences.IsDefaultOrEmpty || added.Length > 0) CheckExperiences(added, errors, context);
        if (tied.Count + added.Length > MaximumTies) errors.Add(nameof(command.Experiences), FieldProblem.TooMany, MaximumTies, tied.Count + added.Length);
        if (errors.Any) return errors.Refuse();
        return added.IsEmpty ? Decision.Of() : Decision.Of(new ExperiencesTied { Experiences = added });
    }

    private static Refusal? Check(ImprovementAction action, Actions asked, StructureId structure, ImprovementActionContext context) =>
        action.State is null && asked != Actions.Publish
            ? Refusal.NotFound
            : ImprovementActionRights.Check(context.Account, asked, structure, ImprovementActionRule.StageOf(action), context.Reference);

    private static void CheckWords(string? title, string? text, FieldErrors errors)
    {
        errors.Require(nameof(PublishImprovementAction.Title), title, 5, 150);
        errors.Require(nameof(PublishImprovementAction.Text), text, 20, 5_000);
    }

    private static void CheckDone(DateOnly? day, FieldErrors errors, ImprovementActionContext context)
    {
        const string Field = nameof(PublishImprovementAction.DoneOn);
        if (day is not { } done || done == default) errors.Add(Field, FieldProblem.Missing);
        // A day ahead of UTC has begun somewhere on Earth, the French territories included.
        else if (done > DateOnly.FromDateTime(context.Now.UtcDateTime.AddHours(14))) errors.Add(Field, FieldProblem.InTheFuture);
        else if (done.Year < FirstYear) errors.Add(Field, FieldProblem.Malformed);
    }

    private static void CheckPlanned(DateOnly? day, FieldErrors errors)
    {
        if (day?.Year is < FirstYear or > LastYear) errors.Add(nameof(PublishImprovementAction.PlannedFor), FieldProblem.Malformed);
    }

    private static void CheckExperiences(ImmutableArray<ExperienceId> experiences, FieldErrors errors, ImprovementActionContext context)
    {
        const string Field = nameof(PublishImprovementAction.Experiences);
        if (experiences.IsDefaultOrEmpty) errors.Add(Field, FieldProblem.Missing);
        else if (experiences.Length > MaximumExperiences) errors.Add(Field, FieldProblem.TooMany, MaximumExperiences, experiences.Length);
        else if (experiences.Distinct().Count() != experiences.Length) errors.Add(Field, FieldProblem.Malformed);
        else if (!experiences.All(context.Tieable.Contains)) errors.Add(Field, FieldProblem.Unknown);
    }

    private static ImmutableArray<PersonalDataMark> Unseen(string title, string text, ImmutableArray<string> seen) =>
        [.. PersonalData.In(title).Concat(PersonalData.In(text)).Where(mark => seen.IsDefault || !seen.Contains(mark.Passage))];
}
