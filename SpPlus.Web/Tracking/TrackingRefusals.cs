using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Experiences;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Tracking;

/// <summary>Why an author's wish was not carried out, in a sentence.</summary>
internal sealed record TrackingRefusals(IStringLocalizer<TrackingTexts> Texts, IStringLocalizer<Shared> Shared)
{
    /// <summary>Null where the fields say it.</summary>
    public string? Sentence(CommandOutcome outcome) => outcome.Result switch
    {
        null => Shared["Unknown"],
        { Refusal: Refusal.Unavailable } => Shared["Unavailable"],
        { Refusal: Refusal.Invalid } => (string?)null,
        { Refusal: Refusal.TooLate } => Texts["Refusal.TooLate"],
        _ => Texts["Refusal.WrongStatus"],
    };
}
