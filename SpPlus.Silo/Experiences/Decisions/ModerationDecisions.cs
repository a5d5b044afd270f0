using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Privacy;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>
/// MOD-1. Submitted → Published | PublishedAfterModeration | Rejected; a decided one → refused, with the first decision.
/// MOD-4. Published → Unpublished; Withdrawn → refused.
/// </summary>
internal static class ModerationDecisions
{
    public const int MaximumStructures = 20;

    public static Decision Publish(Experience experience, PublishExperience command, DecisionContext context)
    {
        if (Refusal(experience, context) is { } refused) return refused;
        if (context.SentText is not { IsUnreadable: false } sent) return Decision.Refuse(Contracts.Experiences.Refusal.WrongStatus);
        var errors = new FieldErrors();
        CheckStructures(command.Structures, context, errors);
        if (errors.Any) return errors.Refuse();
        if (ModerationGuard.Unseen(sent, command.Reviewed) is { IsEmpty: false } marks) return Decision.Refuse(marks);
        return Publication(experience, command.Structures, new()
        {
            Title = sent.Title, Story = sent.Story, Pseudonym = sent.Pseudonym, Procedure = sent.Procedure, Moderated = false,
        });
    }

    public static Decision PublishModerated(Experience experience, PublishExperienceAfterModeration command, DecisionContext context)
    {
        if (Refusal(experience, context) is { } refused) return refused;
        var (words, errors) = (Words.CleanOrNull(command.Words), new FieldErrors());
        var edited = new SentText
        {
            Title = Words.CleanLine(command.Title) ?? "",
            Story = Words.Clean(command.Story) ?? "",
            Pseudonym = Words.CleanLineOrNull(command.Pseudonym),
            Procedure = Words.CleanLineOrNull(command.Procedure),
        };
        CheckStructures(command.Structures, context, errors);
        errors.Require(nameof(command.Title), edited.Title, 5, 150);
        errors.Require(nameof(command.Story), edited.Story, 10, 10_000);
        errors.Limit(nameof(command.Pseudonym), edited.Pseudonym, 40);
        errors.Limit(nameof(command.Procedure), edited.Procedure, 150);
        var (text, masks) = ModerationGuard.Mask(edited, command.Masks, errors);
        // Masks say why by themselves; whatever else was changed, the author is told in words (MOD-3).
        if (masks.IsEmpty || edited != context.SentText || words is not null) errors.Require(nameof(command.Words), words, 1, 1_000);
        if (errors.Any) return errors.Refuse();
        if (ModerationGuard.Unseen(text, command.Reviewed) is { IsEmpty: false } marks) return Decision.Refuse(marks);
        return Publication(experience, command.Structures, new()
        {
            Title = text.Title, Story = text.Story, Pseudonym = text.Pseudonym, Procedure = text.Procedure, Moderated = true, Words = words, Masks = masks,
        });
    }

    public static Decision Reject(Experience experience, RejectExperience command, DecisionContext context)
    {
        if (Refusal(experience, context) is { } refused) return refused;
        var (errors, words) = (new FieldErrors(), Words.CleanOrNull(command.Words));
        if (string.IsNullOrEmpty(command.Reason)) errors.Add(nameof(command.Reason), FieldProblem.Missing);
        else if (!context.Reference.HasRejectionReason(command.Reason)) errors.Add(nameof(command.Reason), FieldProblem.Unknown);
        errors.Limit(nameof(command.Words), words, 1_000);
        if (errors.Any) return errors.Refuse();
        return Decision.Of(new ExperienceRejected { Reason = command.Reason, Words = words });
    }

    public static Decision TakeDown(Experience experience, UnpublishExperience command, DecisionContext context)
    {
        if (Rights.Check(experience, context, ExperienceActions.Unpublish) is { } refusal) return Decision.Refuse(refusal);
        var (errors, reason) = (new FieldErrors(), Words.CleanOrNull(command.Reason));
        errors.Require(nameof(command.Reason), reason, 1, 1_000);
        return errors.Any ? errors.Refuse() : Decision.Of(new ExperienceUnpublished { Reason = reason! });
    }

    public static void CheckStructures(ImmutableArray<StructureId> structures, DecisionContext context, FieldErrors errors)
    {
        const string Field = nameof(PublishExperience.Structures);
        if (structures.IsDefaultOrEmpty) errors.Add(Field, FieldProblem.Missing);
        else if (structures.Length > MaximumStructures) errors.Add(Field, FieldProblem.TooMany, MaximumStructures, structures.Length);
        else if (structures.Distinct().Count() != structures.Length) errors.Add(Field, FieldProblem.Malformed);
        else if (!structures.All(context.Structures.Contains)) errors.Add(Field, FieldProblem.Unknown);
    }

    private static Decision? Refusal(Experience experience, DecisionContext context)
    {
        if (Rights.Check(experience, context, ExperienceActions.Moderate) is { } refusal) return Decision.Refuse(refusal);
        if (experience.Decided is not null) return Decision.AlreadyDecided(experience.Decided);
        return experience.Status == ExperienceStatus.Submitted ? null : Decision.Refuse(Contracts.Experiences.Refusal.WrongStatus);
    }

    private static Decision Publication(Experience experience, ImmutableArray<StructureId> structures, ExperiencePublished published) =>
        Decision.Of(structures
            .Select(structure => (Fact)new StructureAttached
            {
                Structure = structure,
                Channels = experience.Services.FirstOrDefault(s => s.Structure == structure)?.Channels ?? [],
            })
            .Prepend(published));
}
