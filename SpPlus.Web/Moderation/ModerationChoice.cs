using SpPlus.Web.Forms;

namespace SpPlus.Web.Moderation;

/// <summary>
/// The button that was pressed. <see cref="Confirmed"/>: the page has shown what the decision leaves aside or replaces.
/// </summary>
internal sealed record ModerationChoice(string Name, bool Confirmed)
{
    public const string Publish = "publier";
    public const string PublishModerated = "moderer";
    public const string Reject = "rejeter";
    public const string Route = "acheminer";
    public const string Unpublish = "depublier";
    public const string Search = "chercher";

    /// <summary>Unfolds what a decision asks for; nothing is decided.</summary>
    public const string AskReason = "motiver";
    public const string Edit = "modifier";

    private const string Despite = "-quand-meme";

    public static ModerationChoice Of(PostedForm form) => (form["decision"] ?? Search) is var pressed && pressed.EndsWith(Despite, StringComparison.Ordinal)
        ? new(pressed[..^Despite.Length], Confirmed: true)
        : new(pressed, Confirmed: false);

    public static string Confirming(string name) => name + Despite;

    public bool Decides => Name is not (Search or AskReason or Edit);

    public static bool IsKnown(string? name) => name is Publish or PublishModerated or Reject or Route or Unpublish;
}
