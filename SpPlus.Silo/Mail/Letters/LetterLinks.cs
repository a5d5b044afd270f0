using Microsoft.Extensions.Options;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;

namespace SpPlus.Silo.Mail.Letters;

/// <summary>The addresses that mails point to.</summary>
internal sealed class LetterLinks(IOptions<PublicSiteOptions> site)
{
    private readonly string root = site.Value.PublicAddress.TrimEnd('/');

    public string Public(ExperienceId experience) => $"{root}/experiences/{experience.Value}";

    public string Public(ImprovementActionId action) => $"{root}/actions/{action.Value}";

    /// <summary>For agents, once signed in.</summary>
    public string Agent(ExperienceId experience) => $"{root}/agents/experiences/{experience.Value}";

    public string Preferences => $"{root}/agents/preferences";

    public string Inbox => $"{root}/agents";

    /// <summary>Private: whoever holds it is the author (SUBMIT-4).</summary>
    public string Tracking(ExperienceId experience, string token) => $"{root}/suivi/{experience.Value}/{Uri.EscapeDataString(token)}";
}
