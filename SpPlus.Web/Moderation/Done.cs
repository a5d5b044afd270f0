using SpPlus.Contracts.Experiences;

namespace SpPlus.Web.Moderation;

/// <summary>The decision that was just carried out, and on which experience.</summary>
public sealed record Done(string Choice, ExperienceId Experience)
{
    public string Query => $"?de={Experience}&fait={Choice}";

    /// <summary>Null for anything that no redirection of these pages has written.</summary>
    public static Done? Of(string? choice, string? experience) =>
        ModerationChoice.IsKnown(choice) && ExperienceId.TryParse(experience, out var id) ? new(choice!, id) : null;
}
