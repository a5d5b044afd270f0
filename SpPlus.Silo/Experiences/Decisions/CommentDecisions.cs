using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>COMM-1: whoever acts on the experience adds to one thread; nothing is stale, nothing is edited.</summary>
internal static class CommentDecisions
{
    public const int MaximumText = 4_000;

    public static Decision Add(Experience experience, CommentOnExperience command, DecisionContext context)
    {
        if (Rights.Check(experience, context, ExperienceActions.Comment) is { } refusal) return Decision.Refuse(refusal);
        var (errors, text) = (new FieldErrors(), Words.Clean(command.Text));
        errors.Require(nameof(command.Text), text, 1, MaximumText);
        return errors.Any ? errors.Refuse() : Decision.Of(new CommentAdded { Text = text! });
    }
}
