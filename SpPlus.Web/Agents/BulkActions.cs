using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Accounts;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Agents;

/// <summary>One command for each chosen experience, the same as its own page would send.</summary>
internal sealed class BulkActions(ExperienceGateway gateway, Inbox inbox)
{
    public const string Tag = "tag";
    public const string Assignment = "attribution";

    // A page of the inbox holds no more.
    private const int Most = 100;

    public async Task<IResult> AddTag(HttpContext context, PostedForm form)
    {
        var feeling = form.Number("ressenti") is > 0 and var number && Enum.IsDefined((Feeling)number) ? (Feeling?)number : null;
        var added = new TagFeeling { Tag = form["tag"] ?? "", Feeling = feeling };
        return await Run(context, form, Tag, form["tag"] is { Length: > 0 }, (item, caller) => AddTag(item.Experience, added, form.OperationId, caller));
    }

    public Task<IResult> Assign(HttpContext context, PostedForm form) => Run(context, form, Assignment, form["a-qui"] is { Length: > 0 }, (item, caller) =>
        gateway.Send(item.Experience, new AssignResponse
        {
            OperationId = form.OperationId, Structure = item.Structure, Subject = form["a-qui"] == "personne" ? null : form["a-qui"],
        }.BoundToContent(), caller));

    private async Task<IResult> Run(
        HttpContext context, PostedForm form, string action, bool isAsked, Func<(ExperienceId Experience, StructureId Structure), Caller, Task<CommandOutcome>> one)
    {
        var caller = context.User.Caller();
        var chosen = isAsked ? form.All("choix").Distinct().Take(Most).Select(Chosen).OfType<(ExperienceId, StructureId)>().ToArray() : [];
        var outcomes = await Task.WhenAll(chosen.Select(async item => (Item: item, Outcome: await one(item, caller))));
        return await inbox.ShowOutcome(context, form, new(
            action,
            outcomes.Count(o => o.Outcome.Accepted),
            [.. outcomes.Where(o => !o.Outcome.Accepted).Select(o => new RefusedItem(o.Item.Item1, o.Item.Item2, o.Outcome.Result?.Refusal))]));
    }

    /// <summary>Beside the tags that are there; when somebody was faster, once more beside theirs.</summary>
    private async Task<CommandOutcome> AddTag(ExperienceId id, TagFeeling added, Guid operation, Caller caller)
    {
        var outcome = await TryTag(id, added, operation, caller);
        return outcome.Result is { Refusal: Refusal.StaleVersion } ? await TryTag(id, added, operation, caller) : outcome;
    }

    private async Task<CommandOutcome> TryTag(ExperienceId id, TagFeeling added, Guid operation, Caller caller)
    {
        if (await gateway.View(id, caller) is not { } view) return new(new CommandResult { Refusal = Refusal.NotFound });
        var known = view.GeneralTags.FirstOrDefault(t => t.Tag == added.Tag);
        // What somebody felt about it is not taken away by who does not say.
        if (known is not null && (added.Feeling ?? known.Feeling) == known.Feeling) return new(new CommandResult());
        return await gateway.Send(id, new QualifyGeneralTags
        {
            OperationId = operation, ExpectedVersion = view.GeneralTagsVersion, Tags = [.. view.GeneralTags.Where(t => t.Tag != added.Tag), added],
        }.BoundToContent(), caller);
    }

    private static (ExperienceId, StructureId)? Chosen(string value) =>
        value.Split('~') is [var experience, var structure] && ExperienceId.TryParse(experience, out var id) && StructureId.TryParse(structure, out var one)
            ? (id, one)
            : null;
}
