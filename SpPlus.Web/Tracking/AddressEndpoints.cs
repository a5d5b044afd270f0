using System.Globalization;
using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Errors;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.Limits;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Tracking;

/// <summary>Change the address, give one, or have it destroyed (SUBMIT-4, PRIV-1).</summary>
internal static class AddressEndpoints
{
    public static void MapAddress(this RouteGroupBuilder tracking)
    {
        tracking.MapGet("/adresse", Ask);
        tracking.MapPost("/adresse", Change);
        tracking.MapPost("/adresse/retirer", Forget);
    }

    private static async Task<IResult> Ask(string id, string token, ExperienceGateway gateway)
    {
        if (TrackingLink.Of(id, token) is not { } link || await gateway.Track(link.Experience, link.Author) is not { } view) return ErrorPages.NotFound;
        return view.Status == ExperienceStatus.Withdrawn ? Pages.SeeOther(link.Path) : Pages.Show<AddressPage>(new { Link = link, View = view, Draft = new AddressDraft() });
    }

    private static async Task<IResult> Change(
        string id, string token, HttpContext context, PostedForm form, ExperienceGateway gateway, RateLimits limits,
        IStringLocalizer<TrackingTexts> texts, IStringLocalizer<Shared> shared)
    {
        if (TrackingLink.Of(id, token) is not { } link) return ErrorPages.NotFound;
        var draft = AddressDraft.Of(form);
        if (await limits.Refusal(LimitedAct.Author, context) is { } later)
        {
            return await gateway.Track(link.Experience, link.Author) is { } asked
                ? Pages.Show<AddressPage>(StatusCodes.Status429TooManyRequests, new { Link = link, View = asked, Draft = draft, Notice = later })
                : ErrorPages.NotFound;
        }

        var command = new ChangeAddress
        {
            OperationId = draft.Operation, Email = draft.Email?.Trim() ?? "", TrackingToken = token, Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        };
        var outcome = await gateway.Send(link.Experience, command.BoundToContent(), link.Author);
        if (outcome.Accepted) return Pages.SeeOther(link.Path + "?fait=adresse-changee");
        if (outcome.Result?.Refusal == Refusal.NotFound || await gateway.Track(link.Experience, link.Author) is not { } view) return ErrorPages.NotFound;
        foreach (var error in outcome.Result?.Errors ?? []) draft.Errors.Add("email", texts[$"Address.{error.Problem}"]);
        return Pages.Show<AddressPage>(
            outcome.StatusCode, new { Link = link, View = view, Draft = draft, Notice = new TrackingRefusals(texts, shared).Sentence(outcome) });
    }

    private static async Task<IResult> Forget(
        string id, string token, PostedForm form, ExperienceGateway gateway, IStringLocalizer<TrackingTexts> texts, IStringLocalizer<Shared> shared)
    {
        if (TrackingLink.Of(id, token) is not { } link) return ErrorPages.NotFound;
        var command = new ForgetAddress { OperationId = form.OperationId == Guid.Empty ? Guid.NewGuid() : form.OperationId };
        var outcome = await gateway.Send(link.Experience, command, link.Author);
        if (outcome.Accepted) return Pages.SeeOther(link.Path + "?fait=adresse");
        return outcome.Result?.Refusal == Refusal.NotFound
            ? ErrorPages.NotFound
            : await TrackingEndpoints.Page(link, gateway, notice: new TrackingRefusals(texts, shared).Sentence(outcome), status: outcome.StatusCode);
    }
}
