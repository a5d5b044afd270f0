using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>
/// MOD-4. Report: a public experience → one more that waits; many wait → without its words; very many → nothing to record.
/// Dismiss: those up to a number wait no more; none of them waits → refused. Unpublishing closes them all.
/// </summary>
internal static class ReportDecisions
{
    /// <summary>Open reports whose words are kept: more are read by nobody, and would let anybody fill the journal.</summary>
    public const int WordsKept = 50;

    /// <summary>Open reports that are counted.</summary>
    public const int Counted = 1_000;
    public const int MaximumWords = 500;

    public static Decision Report(Experience experience, ReportExperience command, DecisionContext context)
    {
        if (!experience.IsPublic) return Decision.Refuse(Refusal.NotFound);
        var (errors, words) = (new FieldErrors(), Words.CleanOrNull(command.Words));
        if (string.IsNullOrEmpty(command.Reason)) errors.Add(nameof(command.Reason), FieldProblem.Missing);
        else if (!context.Reference.HasReportReason(command.Reason)) errors.Add(nameof(command.Reason), FieldProblem.Unknown);
        errors.Limit(nameof(command.Words), words, MaximumWords);
        if (errors.Any) return errors.Refuse();
        return experience.OpenReports >= Counted ? Decision.Of() : Decision.Of(new ExperienceReported
        {
            Number = experience.Reports + 1, Reason = command.Reason, Words = experience.OpenReports < WordsKept ? words : null,
        });
    }

    public static Decision Dismiss(Experience experience, DismissReports command, DecisionContext context)
    {
        if (Rights.Check(experience, context, ExperienceActions.DismissReports) is { } refusal) return Decision.Refuse(refusal);
        var (errors, words) = (new FieldErrors(), Words.CleanOrNull(command.Words));
        errors.Limit(nameof(command.Words), words, 1_000);
        if (errors.Any) return errors.Refuse();
        var upTo = Math.Min(command.UpTo, experience.Reports);
        return upTo <= experience.ReportsClosed
            ? Decision.Refuse(Refusal.NothingChanged)
            : Decision.Of(new ReportsDismissed { UpTo = upTo, Words = words });
    }
}
