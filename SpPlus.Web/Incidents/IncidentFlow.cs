using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Incidents;
using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.Reference;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Incidents;

/// <summary>Choose, write, look, open (ROUTE-6). Each page holds all that the ones before it were given.</summary>
internal sealed class IncidentFlow(
    IncidentDesk desk, ReferenceCache reference, IStringLocalizer<IncidentTexts> texts, IStringLocalizer<Shared> shared)
{
    public Task<IResult> Begin(HttpContext context, string[] experiences) => Choose(context, IncidentDraft.New(experiences));

    public async Task<IResult> Take(HttpContext context, PostedForm form)
    {
        var draft = IncidentDraft.Of(form);
        return form[IncidentFields.Action] switch
        {
            IncidentFields.Write => await Write(context, draft),
            IncidentFields.Preview => await Preview(context, draft),
            IncidentFields.Open => await Open(context, draft),
            _ => await Choose(context, draft),
        };
    }

    private Task<IResult> Choose(HttpContext context, IncidentDraft draft, FormErrors? errors = null) => context.WithAccount(async account =>
    {
        errors ??= new();
        CheckDay(draft.From, draft.FromDay, IncidentFields.From, errors);
        CheckDay(draft.To, draft.ToDay, IncidentFields.To, errors);
        var structure = draft.Structure is { } id && reference.Current.Structures.Contains(id) ? draft.Structure : null;
        draft = draft with { Structure = structure };
        var caller = context.User.Caller();
        if (await desk.Grain.Search(draft.Search(), caller) is not { } found) return ErrorPages.NotFound;
        var chosen = await desk.Grain.Chosen(draft.Chosen, caller) ?? [];
        return Pages.Show<IncidentChoosePage>(errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK, new
        {
            Account = account, Draft = draft, Found = found, Chosen = chosen, Errors = errors,
        });
    });

    private async Task<IResult> Write(HttpContext context, IncidentDraft draft)
    {
        if (ChoiceError(draft) is { } error) return await Choose(context, draft, new FormErrors().Add(IncidentFields.Words, error));
        return await Page<IncidentWritePage>(context, draft with { Title = draft.Title ?? draft.Words });
    }

    private async Task<IResult> Preview(HttpContext context, IncidentDraft draft)
    {
        if (ChoiceError(draft) is { } error) return await Choose(context, draft, new FormErrors().Add(IncidentFields.Words, error));
        var result = await desk.Grain.Check(draft.Incident(), context.User.Caller());
        if (result.Refusal == Refusal.NotFound) return ErrorPages.NotFound;
        return result.Accepted ? await Page<IncidentPreviewPage>(context, draft) : await Refused(context, draft, new(result));
    }

    private async Task<IResult> Open(HttpContext context, IncidentDraft draft)
    {
        var incident = draft.Incident();
        var outcome = await desk.Open(incident, context.User.Caller());
        if (outcome.Accepted) return Pages.SeeOther($"{IncidentEndpoints.Path}/{incident.Id}?fait=ouvert");
        if (outcome.Result?.Refusal == Refusal.NotFound) return ErrorPages.NotFound;
        return outcome.IsUnknown
            ? await Page<IncidentPreviewPage>(context, draft, outcome.StatusCode, notice: shared["Unknown"])
            : await Refused(context, draft, outcome);
    }

    private Task<IResult> Refused(HttpContext context, IncidentDraft draft, CommandOutcome outcome)
    {
        var errors = new FormErrors();
        foreach (var error in outcome.Result?.Errors ?? []) errors.Add(FieldOf(error.Field), Problems.Sentence(shared, error));
        return Page<IncidentWritePage>(context, draft with { IsReviewed = false }, outcome.StatusCode, errors, outcome.Result?.Marks ?? []);
    }

    private static Task<IResult> Page<TPage>(
        HttpContext context, IncidentDraft draft, int status = StatusCodes.Status200OK, FormErrors? errors = null,
        ImmutableArray<PersonalDataMark>? marks = null, string? notice = null)
        where TPage : Microsoft.AspNetCore.Components.IComponent =>
        context.WithAccount(account => Task.FromResult(account.IsSteward
            ? Pages.Show<TPage>(status, new { Account = account, Draft = draft, Errors = errors ?? FormErrors.None, Marks = marks ?? [], Notice = notice })
            : ErrorPages.NotFound));

    private string? ChoiceError(IncidentDraft draft) => draft.Chosen.Length switch
    {
        0 => texts["Choose.None"].Value,
        > OpenIncident.MaximumExperiences and var many => texts["Choose.TooMany", OpenIncident.MaximumExperiences, many].Value,
        _ => null,
    };

    private void CheckDay(string? typed, DateOnly? day, string field, FormErrors errors)
    {
        if (!string.IsNullOrWhiteSpace(typed) && day is null) errors.Add(field, texts["Choose.Day"]);
    }

    private static string FieldOf(string property) => property switch
    {
        nameof(OpenIncident.Title) => IncidentFields.Title,
        nameof(ResponseText.Courtesy) => IncidentFields.Courtesy,
        nameof(ResponseText.Signature) => IncidentFields.Signature,
        _ => IncidentFields.Text,
    };
}
