using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>
/// ROUTE-1: the DITP sets the structures; one that has answered cannot be taken off, and one that said it is not concerned is
/// asked again when it is named.
/// ROUTE-2: unanswered structure → one of its descendants that is not concerned yet.
/// ROUTE-7: unanswered structure → not concerned, when another concerned one remains.
/// </summary>
internal static class AttachmentDecisions
{
    public static Decision Reroute(Experience experience, RouteExperience command, DecisionContext context)
    {
        if (Rights.Check(experience, context, ExperienceActions.Route) is { } refusal) return Decision.Refuse(refusal);
        if (command.ExpectedVersion != experience.RoutingVersion)
            return Decision.Refuse(Refusal.StaleVersion, experience.RoutingVersion);
        var errors = new FieldErrors();
        ModerationDecisions.CheckStructures(command.Structures, context, errors);
        if (errors.Any) return errors.Refuse();
        var leaving = experience.Standings
            .Where(s => !command.Structures.Contains(s.Structure) || s.Status == ResponseStatus.NotConcerned).ToArray();
        if (leaving.Any(s => s.IsAnswered || s.Pending is not null)) return Decision.Refuse(Refusal.WrongStatus);
        return Decision.Of(
        [
            .. leaving.Select(s => new StructureDetached { Structure = s.Structure }),
            .. command.Structures
                .Where(s => experience.StandingOf(s) is null or { Status: ResponseStatus.NotConcerned })
                .Select(s => new StructureAttached { Structure = s }),
        ]);
    }

    public static Decision Replace(Experience experience, ReplaceStructure command, DecisionContext context)
    {
        if (Rights.Check(experience, context, ExperienceActions.ReplaceStructure, command.Structure) is { } refusal)
            return Decision.Refuse(refusal);
        if (Rule.Of(ExperienceActions.ReplaceStructure).RefusalAt(Stages.Of(experience.StandingOf(command.Structure)!)) is { } wrong)
            return Decision.Refuse(wrong);
        if (!context.Structures.IsDescendant(command.By, command.Structure)) return Decision.Refuse(Refusal.NotADescendant);
        if (experience.StandingOf(command.By) is not null) return Decision.Refuse(Refusal.AlreadyConcerned);
        return Decision.Of(new StructureReplaced { Structure = command.Structure, By = command.By });
    }

    public static Decision NotConcerned(Experience experience, DeclareNotConcerned command, DecisionContext context)
    {
        if (Rights.Check(experience, context, ExperienceActions.DeclareNotConcerned, command.Structure) is { } refusal)
            return Decision.Refuse(refusal);
        var standing = experience.StandingOf(command.Structure)!;
        if (command.ExpectedVersion != standing.Version) return Decision.Refuse(Refusal.StaleVersion, standing.Version);
        if (Rule.Of(ExperienceActions.DeclareNotConcerned).RefusalAt(Stages.Of(standing)) is { } wrong) return Decision.Refuse(wrong);
        if (!experience.Standings.Any(s => s.Structure != command.Structure && s.Status != ResponseStatus.NotConcerned))
            return Decision.Refuse(Refusal.LastStructure);
        var (errors, reason) = (new FieldErrors(), Words.CleanOrNull(command.Reason));
        errors.Require(nameof(command.Reason), reason, 1, 1_000);
        return errors.Any
            ? errors.Refuse()
            : Decision.Of(new StructureNotConcerned { Structure = command.Structure, Reason = reason! });
    }
}
