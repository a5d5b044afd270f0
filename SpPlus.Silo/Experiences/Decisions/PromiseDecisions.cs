using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>What a structure announces about its response: what it will do (RESP-4), and who will do it. The last word counts.</summary>
internal static class PromiseDecisions
{
    public static Decision Intend(Experience experience, DeclareIntent command, DecisionContext context)
    {
        if (Refused(experience, ExperienceActions.DeclareIntent, command.Structure, context) is { } refused) return refused;
        var errors = new FieldErrors();
        if (command.Intent is { } intent && !Enum.IsDefined(intent)) errors.Add(nameof(command.Intent), FieldProblem.Malformed);
        var of = command.Intent is Intent.Adopt or Intent.Complement ? command.Of : null;
        if (of is { } other && (other == command.Structure || experience.StandingOf(other) is null)) errors.Add(nameof(command.Of), FieldProblem.Unknown);
        if (errors.Any) return errors.Refuse();
        var declared = experience.StandingOf(command.Structure)!.Intent;
        return declared?.Intent == command.Intent && declared?.Of == of
            ? Decision.Of()
            : Decision.Of(new IntentDeclared { Structure = command.Structure, Intent = command.Intent, Of = of });
    }

    /// <summary>Only to somebody who may write this response.</summary>
    public static Decision Assign(Experience experience, AssignResponse command, DecisionContext context)
    {
        if (Refused(experience, ExperienceActions.AssignResponse, command.Structure, context) is { } refused) return refused;
        var assignee = experience.StandingOf(command.Structure)!.Assignee;
        if (command.Subject == assignee?.Subject) return Decision.Of();
        if (command.Subject is null) return Decision.Of(new ResponseAssigned { Structure = command.Structure });
        if (context.Named is { } named && Rule.Of(ExperienceActions.SaveDraft).By.Contains(named.Profile)
            && Rights.ActsFor(named, command.Structure, context.Structures))
            return Decision.Of(new ResponseAssigned { Structure = command.Structure, Subject = named.Subject, Name = named.DisplayName });
        var errors = new FieldErrors();
        errors.Add(nameof(command.Subject), FieldProblem.Unknown);
        return errors.Refuse();
    }

    private static Decision? Refused(
        Experience experience, ExperienceActions action, Contracts.Structures.StructureId structure, DecisionContext context)
    {
        if (Rights.Check(experience, context, action, structure) is { } refusal) return Decision.Refuse(refusal);
        return Rule.Of(action).RefusalAt(Stages.Of(experience.StandingOf(structure)!)) is { } wrong ? Decision.Refuse(wrong) : null;
    }
}
