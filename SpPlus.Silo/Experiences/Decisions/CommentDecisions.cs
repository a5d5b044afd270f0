using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Privacy;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>COMM-1: whoever acts on the experience adds to one thread; nothing is stale, nothing is edited.</summary>
internal static class CommentDecisions
{
    public const int MaximumText = 4_000;

    /// <summary>The DITP may be mentioned though it is concerned by nothing.</summary>
    private static readonly StructureId Steward = StructureId.Parse("ditp");

    public static Decision Add(Experience experience, CommentOnExperience command, DecisionContext context)
    {
        if (Rights.Check(experience, context, ExperienceActions.Comment) is { } refusal) return Decision.Refuse(refusal);
        var (errors, text) = (new FieldErrors(), Words.Clean(command.Text));
        errors.Require(nameof(command.Text), text, 1, MaximumText);
        var mentions = command.Mentions.IsDefaultOrEmpty ? [] : command.Mentions.Distinct().ToImmutableArray();
        if (!mentions.All(m => m == Steward || experience.StandingOf(m) is not null)) errors.Add(nameof(command.Mentions), FieldProblem.Unknown);
        if (errors.Any) return errors.Refuse();
        if (PersonalData.Unseen(text!, command.Reviewed) is { IsEmpty: false } marks) return Decision.Refuse(marks);
        var added = new CommentAdded { Text = text! };
        return mentions.IsEmpty
            ? Decision.Of(added)
            : Decision.Of(added, new StructuresMentioned { Number = experience.Comments.Count + 1, Structures = mentions });
    }

    /// <summary>The words are hidden, the trace stays; what is masked stays masked.</summary>
    public static Decision Mask(Experience experience, MaskComment command, DecisionContext context)
    {
        if (Rights.Check(experience, context, ExperienceActions.MaskComment) is { } refusal) return Decision.Refuse(refusal);
        if (experience.Comments.Find(c => c.Number == command.Number) is not { } comment) return Decision.Refuse(Refusal.NotFound);
        if (comment.IsMasked) return Decision.Of();
        var (errors, reason) = (new FieldErrors(), Words.CleanOrNull(command.Reason));
        errors.Require(nameof(command.Reason), reason, 1, 1_000);
        return errors.Any ? errors.Refuse() : Decision.Of(new CommentMasked { Number = command.Number, Reason = reason! });
    }
}
