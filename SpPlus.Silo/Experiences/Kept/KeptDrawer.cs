using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences.Decisions;

namespace SpPlus.Silo.Experiences.Kept;

/// <summary>RESP-2: who may keep a text and who sees it are decided as for a draft.</summary>
internal sealed class KeptDrawer(IGrainFactory grains, ExperienceId id)
{
    public const int MaximumText = 20_000;

    public async Task<Refusal> Keep(Experience experience, KeepText text, DecisionContext context)
    {
        if (Rights.Check(experience, context, ExperienceActions.SaveDraft, text.Structure) is { } refusal) return refusal;
        if (text.Response?.Text is not { Length: <= MaximumText } || text.Response.Courtesy?.Length > 300 || text.Response.Signature?.Length > 300)
            return Refusal.Invalid;
        // Begun before its writer's own last save it would not be shown: whoever has it goes on having it.
        if (experience.StandingOf(text.Structure)!.SavedBy.TryGetValue(context.Account!.Subject, out var saved) && text.Version < saved)
            return Refusal.StaleVersion;
        await Of(text.Structure).Keep(new()
        {
            Subject = context.Account.Subject,
            Name = context.Account.DisplayName,
            At = context.Now,
            Version = text.Version,
            Response = text.Response with
            {
                Courtesy = Words.CleanOrNull(text.Response.Courtesy), Text = Words.Clean(text.Response.Text) ?? "",
                Signature = Words.CleanOrNull(text.Response.Signature),
            },
        });
        return Refusal.None;
    }

    public async Task<Refusal> LetGo(Experience experience, StructureId structure, DecisionContext context)
    {
        if (Rights.Check(experience, context, ExperienceActions.SaveDraft, structure) is { } refusal) return refusal;
        await Of(structure).LetGo(context.Account!.Subject);
        return Refusal.None;
    }

    /// <summary>The view, with what its reader may take up again.</summary>
    public async Task<ExperienceView> Show(ExperienceView view, Experience experience, Account account) => view with
    {
        Standings = [.. await Task.WhenAll(view.Standings.Select(s => Show(s, experience, account)))],
    };

    private async Task<StandingView> Show(StandingView view, Experience experience, Account account)
    {
        if (!view.Actions.HasFlag(ExperienceActions.SaveDraft) || experience.StandingOf(view.Structure) is not { } standing) return view;
        var kept = await Of(view.Structure).Read();
        return view with
        {
            Kept =
            [
                .. kept.Where(t => t.IsMissing(standing)).Select(t => new KeptTextView
                {
                    Response = t.Response, By = t.Name, At = t.At, Version = t.Version, IsCaller = t.Subject == account.Subject,
                }),
            ],
        };
    }

    private IKeptTextsGrain Of(StructureId structure) => grains.GetGrain<IKeptTextsGrain>($"{id.Value}/{structure.Value}");
}
