using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Web.Tracking;

/// <summary>An author's private address (SUBMIT-4). Whoever holds it is the author: there is nothing else to know them by.</summary>
public sealed record TrackingLink(ExperienceId Experience, string Token)
{
    private const int LongestToken = 100;

    public string Path => $"/suivi/{Experience}/{Uri.EscapeDataString(Token)}";

    internal Caller Author => Caller.Author(Token);

    internal static TrackingLink? Of(string id, string token) =>
        token.Length <= LongestToken && ExperienceId.TryParse(id, out var experience) ? new(experience, token) : null;
}
