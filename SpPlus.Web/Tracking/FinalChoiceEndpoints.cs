using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Errors;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Tracking;

/// <summary>Withdraw and erase (SUBMIT-4). See docs/adr/0019-withdrawing-and-erasing.md.</summary>
internal static class FinalChoiceEndpoints
{
    public static void MapFinalChoice(this RouteGroupBuilder tracking, FinalChoice choice)
    {
        tracking.MapGet(choice.Path, (string id, string token, ExperienceGateway gateway) => Ask(choice, TrackingLink.Of(id, token), gateway));
        tracking.MapPost(
            choice.Path,
            (string id, string token, PostedForm form, ExperienceGateway gateway, IStringLocalizer<TrackingTexts> texts, IStringLocalizer<Shared> shared) =>
                Do(choice, TrackingLink.Of(id, token), form, gateway, new(texts, shared)));
    }

    private static async Task<IResult> Ask(FinalChoice choice, TrackingLink? link, ExperienceGateway gateway)
    {
        if (link is null || await gateway.Track(link.Experience, link.Author) is not { } view) return ErrorPages.NotFound;
        return choice.IsDone(view) ? Pages.SeeOther(link.Path) : Pages.Show<FinalPage>(new { Link = link, View = view, Choice = choice });
    }

    private static async Task<IResult> Do(FinalChoice choice, TrackingLink? link, PostedForm form, ExperienceGateway gateway, TrackingRefusals refusals)
    {
        if (link is null) return ErrorPages.NotFound;
        var command = choice.Command(form.OperationId == Guid.Empty ? Guid.NewGuid() : form.OperationId);
        var outcome = await gateway.Send(link.Experience, command, link.Author);
        if (outcome.Accepted) return Pages.SeeOther($"{link.Path}?fait={choice.Done}");
        if (outcome.Result?.Refusal == Refusal.NotFound || await gateway.Track(link.Experience, link.Author) is not { } view) return ErrorPages.NotFound;
        return Pages.Show<FinalPage>(
            outcome.StatusCode, new { Link = link, View = view, Choice = choice, Operation = command.OperationId, Notice = refusals.Sentence(outcome) });
    }
}
