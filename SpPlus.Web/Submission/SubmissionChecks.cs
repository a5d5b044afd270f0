using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;
using SpPlus.Web.Kit;
using SpPlus.Web.Reference;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Submission;

/// <summary>
/// What each step asks for before the next one (SUBMIT-1). A courtesy: the silo checks everything again, and its refusal leads
/// back to the step that holds the field.
/// </summary>
internal sealed class SubmissionChecks(
    IStringLocalizer<SubmissionTexts> texts, IStringLocalizer<Shared> shared, ReferenceCache reference, TimeProvider time)
{
    public FormErrors Of(SubmissionStep step, SubmissionForm form) => step switch
    {
        SubmissionStep.Service => Service(form),
        SubmissionStep.Story => Story(form),
        SubmissionStep.Contacts => Contacts(form),
        _ => new(),
    };

    /// <summary>The silo's refusal: its errors under the names of the fields, and the step where the first one is.</summary>
    public (FormErrors Errors, SubmissionStep Step) Of(CommandOutcome outcome)
    {
        var (errors, step) = (new FormErrors(), SubmissionStep.Check);
        foreach (var error in outcome.Result?.Errors ?? [])
        {
            var (field, at) = FieldOf(error.Field);
            errors.Add(field, Problems.Sentence(shared, error));
            if (at < step) step = at;
        }

        return (errors, step);
    }

    private FormErrors Service(SubmissionForm form)
    {
        var errors = new FormErrors();
        if (form.Services.Length > 5) errors.Add("q", shared["Problem.TooMany", 5]);
        if (form.Services.Any(s => !reference.Current.Structures.Contains(s))) errors.Add("q", shared["Problem.Unknown"]);
        return errors;
    }

    private FormErrors Story(SubmissionForm form)
    {
        var errors = new FormErrors();
        Length("titre", form.Title, 5, 150);
        Length("recit", form.Story, 50, 10_000);
        if (form.ContactDate is not { } date) errors.Add("date-jour", texts["Error.Date"]);
        else if (date > Dates.Today(time)) errors.Add("date-jour", shared["Problem.InTheFuture"]);
        if (string.IsNullOrEmpty(form.Place)) errors.Add("lieu", texts["Error.Place"]);
        if (form.Procedure?.Length > 150) errors.Add("demarche", shared["Problem.TooLong", 150, form.Procedure.Length - 150]);
        if (form.Pseudonym?.Length > 40) errors.Add("pseudonyme", shared["Problem.TooLong", 40, form.Pseudonym.Length - 40]);
        return errors;

        void Length(string field, string? text, int minimum, int maximum)
        {
            // A browser sends line breaks as two characters; one is what counts.
            var length = (text ?? "").ReplaceLineEndings("\n").Trim().Length;
            if (length < minimum) errors.Add(field, shared["Problem.TooShort", minimum, minimum - length]);
            else if (length > maximum) errors.Add(field, shared["Problem.TooLong", maximum, length - maximum]);
        }
    }

    private FormErrors Contacts(SubmissionForm form)
    {
        var errors = new FormErrors();
        if (form.OverallFeeling is null) errors.Add("ressenti", texts["Error.Feeling"]);
        return errors;
    }

    private static (string Field, SubmissionStep Step) FieldOf(string field) => field switch
    {
        nameof(SubmitExperience.Title) => ("titre", SubmissionStep.Story),
        nameof(SubmitExperience.Story) => ("recit", SubmissionStep.Story),
        nameof(SubmitExperience.ContactDate) => ("date-jour", SubmissionStep.Story),
        nameof(SubmitExperience.Department) or nameof(SubmitExperience.Country) => ("lieu", SubmissionStep.Story),
        nameof(SubmitExperience.Procedure) => ("demarche", SubmissionStep.Story),
        nameof(SubmitExperience.Pseudonym) => ("pseudonyme", SubmissionStep.Story),
        nameof(SubmitExperience.Services) => ("q", SubmissionStep.Service),
        nameof(SubmitExperience.Feeling) => ("ressenti", SubmissionStep.Contacts),
        _ => ("email", SubmissionStep.Check),
    };
}
