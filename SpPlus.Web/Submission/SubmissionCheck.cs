using System.Collections.Immutable;
using System.Globalization;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Kit;
using SpPlus.Web.Reference;

namespace SpPlus.Web.Submission;

/// <summary>
/// What a person can repair before going on, one step at a time. The silo checks all of it again, and is the one that decides:
/// here nothing is refused that it would accept, but for the answers that only a page can miss.
/// </summary>
internal static class SubmissionCheck
{
    public const int MaximumServices = 5;

    public static ImmutableArray<FieldError> Of(SubmissionDraft draft, SubmissionStep step, ReferenceBook reference, TimeProvider time) =>
        step switch
        {
            SubmissionStep.Service => [.. Services(draft, reference)],
            SubmissionStep.Story =>
            [
                .. Length(nameof(SubmitExperience.Title), draft.Title, 5, 150),
                .. Length(nameof(SubmitExperience.Story), draft.Story, 50, 10_000),
                .. ContactDate(draft, time),
                .. Place(draft, reference),
                .. Length(nameof(SubmitExperience.Procedure), draft.Procedure, 0, 150),
                .. Length(nameof(SubmitExperience.Pseudonym), draft.Pseudonym, 0, 40),
            ],
            SubmissionStep.Contacts => FeelingOf(draft.Feeling) is null ? [Error(nameof(SubmitExperience.Feeling), FieldProblem.Missing)] : [],
            _ => [],
        };

    /// <summary>Null for what is not a day of the calendar.</summary>
    public static DateOnly? DateOf(SubmissionDraft draft) =>
        Number(draft.Day) is { } day && Number(draft.Month) is { } month && Number(draft.Year) is { } year
        && year is >= 1900 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(year, month, day)
            : null;

    public static Feeling? FeelingOf(string? value) =>
        Enum.TryParse<Feeling>(value, out var feeling) && Enum.IsDefined(feeling) ? feeling : null;

    private static IEnumerable<FieldError> Services(SubmissionDraft draft, ReferenceBook reference)
    {
        const string Field = nameof(SubmitExperience.Services);
        if (draft.Services.IsEmpty && !draft.UnknownService) yield return Error(Field, FieldProblem.Missing);
        if (draft.Services.Length > MaximumServices) yield return Error(Field, FieldProblem.TooMany, MaximumServices, draft.Services.Length);
        if (draft.Services.Any(service => !reference.Structures.Contains(service))) yield return Error(Field, FieldProblem.Unknown);
    }

    private static IEnumerable<FieldError> ContactDate(SubmissionDraft draft, TimeProvider time)
    {
        const string Field = nameof(SubmitExperience.ContactDate);
        if (string.IsNullOrWhiteSpace(draft.Day + draft.Month + draft.Year)) yield return Error(Field, FieldProblem.Missing);
        else if (DateOf(draft) is not { } date) yield return Error(Field, FieldProblem.Malformed);
        // A day ahead is left to the silo: it has begun already in some French territories.
        else if (date > Dates.Today(time).AddDays(1)) yield return Error(Field, FieldProblem.InTheFuture);
    }

    private static IEnumerable<FieldError> Place(SubmissionDraft draft, ReferenceBook reference)
    {
        if (draft is { Department: null, Country: null }) yield return Error(nameof(SubmitExperience.Department), FieldProblem.Missing);
        if (draft is { Department: not null, Country: not null }) yield return Error(nameof(SubmitExperience.Country), FieldProblem.TooMany, 1, 2);
        if (draft.Department is { } code && reference.Department(code) is null)
            yield return Error(nameof(SubmitExperience.Department), FieldProblem.Unknown);
        if (draft.Country is { } country && reference.Data.Countries.All(c => c.Id != country))
            yield return Error(nameof(SubmitExperience.Country), FieldProblem.Unknown);
    }

    private static IEnumerable<FieldError> Length(string field, string? text, int minimum, int maximum)
    {
        var length = (text ?? "").Trim().Length;
        if (minimum > 0 && length == 0) yield return Error(field, FieldProblem.Missing, minimum);
        else if (length < minimum) yield return Error(field, FieldProblem.TooShort, minimum, length);
        else if (length > maximum) yield return Error(field, FieldProblem.TooLong, maximum, length);
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static FieldError Error(string field, FieldProblem problem, int limit = 0, int actual = 0) =>
        new() { Field = field, Problem = problem, Limit = limit, Actual = actual };
}
