using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Forms;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Tracking;

/// <summary>What somebody who lost their link typed: shown again when it is not written as expected.</summary>
public sealed record LostLinkDraft
{
    private const int LongestAddress = 254;

    public string? Reference { get; init; }
    public string? Email { get; init; }
    public FormErrors Errors { get; init; } = FormErrors.None;

    /// <summary>Null when it is no reference, however it is written.</summary>
    public ExperienceId? Experience
    {
        get
        {
            var typed = string.Concat((Reference ?? "").Where(char.IsAsciiLetterOrDigit));
            return typed.Length == 10 && ExperienceId.TryParse($"{typed[..5]}-{typed[5..]}", out var id) ? id : null;
        }
    }

    internal static LostLinkDraft Of(PostedForm form) => new() { Reference = form["reference"], Email = form["email"] };

    /// <summary>By how it is written alone: whether there is such an experience makes no difference.</summary>
    internal LostLinkDraft Checked(IStringLocalizer<TrackingTexts> texts)
    {
        var errors = FormErrors.None;
        if (Experience is null) errors.Add("reference", texts["Lost.Reference.Malformed"]);
        var (address, at) = ((Email ?? "").Trim(), (Email ?? "").Trim().LastIndexOf('@'));
        if (address.Length is 0 or > LongestAddress || at <= 0 || at == address.Length - 1) errors.Add("email", texts["Address.Malformed"]);
        return this with { Errors = errors };
    }

    public override string ToString() => nameof(LostLinkDraft);
}
