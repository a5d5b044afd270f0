using System.Security.Cryptography;
using System.Text;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Privacy;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>
/// What the bearer of the tracking link may do.
/// Evaluate: a published or adopted response of a public experience, and again for 30 days (EVAL-1).
/// Change the address: anything but Withdrawn; there is one afterwards.
/// Forget the address: there is one → there is none; again → nothing to do.
/// Withdraw: anything but Withdrawn → Withdrawn; again → nothing to do.
/// Erase: anything → Withdrawn and erased; again → nothing to do.
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

    public static Decision Change(Experience experience, ChangeAddress command, DecisionContext context)
    {
        // The secret that is sealed is the one that was shown: another would be mailed as a link that does not open.
        if (!IsAuthor(experience, context) || context.TrackingTokenHash != TrackingToken.Hash(command.TrackingToken)) return Decision.Refuse(Refusal.NotFound);
        if (experience.Status == ExperienceStatus.Withdrawn) return Decision.Refuse(Refusal.WrongStatus);
        var (errors, address) = (new FieldErrors(), command.Email.Trim());
        if (address.Length == 0) errors.Add(nameof(command.Email), FieldProblem.Missing);
        else if (!EmailAddress.IsWellFormed(address)) errors.Add(nameof(command.Email), FieldProblem.Malformed);
        return errors.Any ? errors.Refuse() : Decision.Of(new AddressChanged());
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

    public static Decision Erase(Experience experience, DecisionContext context)
    {
        if (!IsAuthor(experience, context)) return Decision.Refuse(Refusal.NotFound);
        if (experience.ErasedAt is not null) return Decision.Of();
        return experience.Status == ExperienceStatus.Withdrawn ? Decision.Of(new ErasureAsked()) : Decision.Of(new ExperienceWithdrawn(), new ErasureAsked());
    }
}
