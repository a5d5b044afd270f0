using SpPlus.Web.Forms;

namespace SpPlus.Web.Moderation;

/// <summary>
/// The button that was pressed. <see cref="Confirmed"/>: the page has shown what the decision leaves aside or replaces.
/// <see cref="KeepsAll"/>: the page has shown the passages that nothing was chosen for, and they stay.
/// </summary>
internal sealed record ModerationChoice(string Name, bool Confirmed, bool KeepsAll = false)
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

    /// <summary>Adds a passage to the table; nothing is decided.</summary>
    public const string Spot = "reperer";

    private const string Despite = "-quand-meme";
    private const string Keeping = "-en-gardant";

    public static ModerationChoice Of(PostedForm form)
    {
        var pressed = form["decision"] ?? Search;
        var keepsAll = pressed.EndsWith(Keeping, StringComparison.Ordinal);
        if (keepsAll) pressed = pressed[..^Keeping.Length];
        return pressed.EndsWith(Despite, StringComparison.Ordinal) ? new(pressed[..^Despite.Length], Confirmed: true, keepsAll) : new(pressed, Confirmed: false, keepsAll);
    }

    public static string Confirming(string name) => name + Despite;

    /// <summary>The same button, for when the open passages are to stay.</summary>
    public string KeepingAll => Name + (Confirmed ? Despite : "") + Keeping;

    public bool Decides => Name is not (Search or AskReason or Edit or Spot);

    public static bool IsKnown(string? name) => name is Publish or PublishModerated or Reject or Route or Unpublish;
}
