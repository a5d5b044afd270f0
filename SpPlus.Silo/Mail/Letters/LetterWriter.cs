using System.Collections.Immutable;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.ImprovementActions;
using SpPlus.Silo.Reference;

namespace SpPlus.Silo.Mail.Letters;

/// <summary>
/// The letter of a step (STEP-1, MOD-3), from the facts alone. It says the step and points to the pages; what agents tell one
/// another, and who wrote a response, is never in it.
/// </summary>
internal static class LetterWriter
{
    /// <summary>Null when the step no longer holds: the letter would be false.</summary>
    public static Letter? Write(
        MailKey key, Experience experience, string language, string trackingToken, LetterLinks links, ReferenceBook reference, ImprovementAction? action = null)
    {
        var texts = LetterTexts.In(language);
        if (key.Experience is not { } id) return null;
        var tracking = links.Tracking(id, trackingToken);
        var toTracking = new Link(texts["TrackingLabel"], tracking);
        var toPublic = new Link(texts["PublicLabel"], links.Public(id));
        return key.Step switch
        {
            MailStep.Received => Letter("Received",
                new Paragraph(texts.Filled("ReceivedBody", id.Value)), new Paragraph(texts["ReceivedNext"]), toTracking),
            MailStep.Published when experience.IsPublic => Letter("Published",
                new Paragraph(texts.Filled("PublishedBody", experience.Title)), new Paragraph(texts["PublishedNext"]), toTracking, toPublic),
            MailStep.PublishedAfterModeration when experience.IsPublic => Letter("PublishedAfterModeration",
            [
                new Paragraph(texts.Filled("PublishedAfterModerationBody", experience.Title)),
                .. Masked(experience.Masks),
                .. Moderators(experience.ModerationWords),
                new Paragraph(texts["PublishedNext"]), toTracking, toPublic,
            ]),
            MailStep.Rejected when experience.RejectionReason is { } reason => Letter("Rejected",
            [
                new Paragraph(texts.Filled("RejectedBody", id.Value)),
                .. Reason(reason),
                .. Moderators(experience.ModerationWords),
                toTracking,
            ]),
            MailStep.ResponsePublished when experience.IsPublic => Letter("ResponsePublished",
                new Paragraph(texts.Filled("ResponsePublishedBody", experience.Title, Name(key.Structure))),
                new Paragraph(texts["ResponsePublishedNext"]), new Link(texts["EvaluationLabel"], tracking), toPublic),
            MailStep.ImprovementAction when experience.IsPublic && action is { State: { } state } && (int)state == key.Version => Letter($"Action{state}",
                new Paragraph(texts.Filled($"Action{state}Body", experience.Title, Name(action.Structure.Value))),
                new Quotation(action.Title + "\n" + action.Text), new Paragraph(texts[$"Action{state}Next"]), toTracking,
                new Link(texts["ActionLabel"], links.Public(ImprovementActionId.Parse(key.Structure)))),
            MailStep.Link => Letter("Link", new Paragraph(texts.Filled("LinkBody", id.Value)), toTracking, new Paragraph(texts["LinkNext"])),
            _ => null,
        };

        Letter Letter(string step, params ImmutableArray<Passage> passages) => new()
        {
            Language = texts.Language,
            Subject = texts.Filled(step + "Subject", id.Value),
            Heading = texts[step + "Heading"],
            Passages = [new Paragraph(texts["Greeting"]), .. passages],
            Footer = [texts["FooterLink"], texts["FooterAddress"], texts["FooterAutomatic"]],
        };

        IEnumerable<Passage> Masked(ImmutableArray<MaskCount> masks) => masks.IsDefaultOrEmpty ? [] :
        [
            new Paragraph(texts.Filled("MaskedPassages", string.Join(", ", masks.Select(m =>
                texts[m.Kind is { } kind ? $"Masked{kind}" : "MaskedOther"] + (m.Count > 1 ? $" ({m.Count})" : ""))))),
        ];

        IEnumerable<Passage> Moderators(string? words) =>
            string.IsNullOrWhiteSpace(words) ? [] : [new Paragraph(texts["ModeratorsWords"]), new Quotation(words)];

        IEnumerable<Passage> Reason(string id) => reference.Data.RejectionReasons
            .Where(r => r.Label.Id == id)
            .Select(r => new Paragraph(texts.Language == "en" ? r.EnglishSentence : r.FrenchSentence));

        string Name(string structure) =>
            StructureId.TryParse(structure, out var id) && reference.Structures.TryGet(id, out var known) ? known.Name : texts["UnknownStructure"];
    }
}
