using System.Security.Cryptography;
using System.Text;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>
/// What the bearer of the tracking link may do.
/// Evaluate: a published or adopted response of a public experience, and again for 30 days (EVAL-1).
/// Forget the address: there is one → there is none; again → nothing to do.
/// Withdraw: anything but Withdrawn → Withdrawn; again → nothing to do.
/// </summary>
internal static class AuthorDecisions
{
    public static readonly TimeSpan EvaluationMayChange = TimeSpan.FromDays(30);

    public static bool IsAuthor(Experience experience, DecisionContext context) =>
        experience.TrackingTokenHash is { } expected
        && context.TrackingTokenHash is { } given
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    public static bool MayEvaluate(Experience experience, Standing standing, DateTimeOffset now) =>
        experience.IsPublic
        && standing.IsAnswered
        && (standing.Evaluation is null || now < standing.Evaluation.FirstAt + EvaluationMayChange);

    public static Decision Evaluate(Experience experience, EvaluateResponse command, DecisionContext context)
    {
        if (!IsAuthor(experience, context)) return Decision.Refuse(Refusal.NotFound);
        if (experience.StandingOf(command.Structure) is not { } standing) return Decision.Refuse(Refusal.NotFound);
        if (!experience.IsPublic || !standing.IsAnswered) return Decision.Refuse(Refusal.WrongStatus);
        if (!MayEvaluate(experience, standing, context.Now)) return Decision.Refuse(Refusal.TooLate);
        var (errors, words) = (new FieldErrors(), Words.CleanOrNull(command.Words));
        if (command.Clarity is < 1 or > 5) errors.Add(nameof(command.Clarity), FieldProblem.Malformed);
        errors.Limit(nameof(command.Words), words, 1_000);
        if (errors.Any) return errors.Refuse();
        return Decision.Of(new ResponseEvaluated
        {
            Structure = command.Structure, Useful = command.Useful, Clarity = command.Clarity, Words = words,
        });
    }

    public static Decision Forget(Experience experience, DecisionContext context)
    {
        if (!IsAuthor(experience, context)) return Decision.Refuse(Refusal.NotFound);
        return experience.HasAddress ? Decision.Of(new AddressForgotten()) : Decision.Of();
    }

    public static Decision Withdraw(Experience experience, DecisionContext context)
    {
        if (!IsAuthor(experience, context)) return Decision.Refuse(Refusal.NotFound);
        return experience.Status == ExperienceStatus.Withdrawn ? Decision.Of() : Decision.Of(new ExperienceWithdrawn());
    }
}
