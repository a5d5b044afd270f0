using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Moderation;

internal static class ModerationCommands
{
    /// <summary>Null for a decision that does not exist.</summary>
    public static ExperienceCommand? From(ModerationChoice choice, ModerationDraft draft, PostedForm form) =>
        Unbound(choice, draft, form)?.BoundToContent();

    private static ExperienceCommand? Unbound(ModerationChoice choice, ModerationDraft draft, PostedForm form) => choice.Name switch
    {
        ModerationChoice.Publish => new PublishExperience { OperationId = form.OperationId, Structures = draft.Structures, Reviewed = Reviewed(choice, draft) },
        ModerationChoice.PublishModerated => new PublishExperienceAfterModeration
        {
            OperationId = form.OperationId,
            Structures = draft.Structures,
            Title = draft.Title ?? "",
            Story = draft.Story ?? "",
            Pseudonym = draft.Pseudonym,
            Procedure = draft.Procedure,
            Words = draft.Words ?? "",
            Masks = [.. draft.Masked],
            Reviewed = Reviewed(choice, draft),
        },
        ModerationChoice.Reject => new RejectExperience { OperationId = form.OperationId, Reason = draft.Reason ?? "", Words = draft.RejectionWords },
        ModerationChoice.Route => new RouteExperience
        {
            OperationId = form.OperationId,
            Structures = draft.Structures,
            ExpectedVersion = choice.Confirmed && draft.RoutingShown is { } shown ? shown : draft.RoutingVersion,
        },
        ModerationChoice.Unpublish => new UnpublishExperience { OperationId = form.OperationId, Reason = draft.UnpublicationReason ?? "" },
        _ => null,
    };

    // What nothing is chosen for stays only when the page has said so; masks that are left aside, when it has said that too.
    private static ImmutableArray<string> Reviewed(ModerationChoice choice, ModerationDraft draft) =>
    [
        .. draft.Passages
            .Where(p => p.Choice == SortedPassage.Keep || (choice.KeepsAll && p.IsOpen) || (choice is { Name: ModerationChoice.Publish, Confirmed: true } && p.IsMasked))
            .Select(p => p.Passage.Text),
    ];

    /// <summary>The silo's errors under the names of the page's fields.</summary>
    public static FormErrors Errors(
        CommandOutcome outcome, string choice, IStringLocalizer<ModerationTexts> texts, IStringLocalizer<Shared> shared)
    {
        var errors = new FormErrors();
        foreach (var error in outcome.Result?.Errors ?? [])
        {
            errors.Add(FieldOf(error.Field, choice), error switch
            {
                { Field: nameof(RouteExperience.Structures), Problem: FieldProblem.Missing } => texts["Structures.Missing"],
                { Field: nameof(PublishExperienceAfterModeration.Masks), Problem: FieldProblem.Unknown } => texts["Passages.NotThere"],
                _ => Problems.Sentence(shared, error),
            });
        }

        return errors;
    }

    /// <summary>The key of a field's name.</summary>
    public static string LabelOf(string field) => field switch
    {
        "titre" => "Field.Title",
        "recit" => "Field.Story",
        "pseudonyme" => "Field.Pseudonym",
        "demarche" => "Field.Procedure",
        "mots" => "Field.Words",
        "motif" => "Field.Reason",
        "mots-rejet" => "Field.RejectionWords",
        "raison" => "Field.Unpublication",
        "passage" => "Passages",
        _ => "Structures",
    };

    private static string FieldOf(string field, string choice) => field switch
    {
        nameof(PublishExperienceAfterModeration.Title) => "titre",
        nameof(PublishExperienceAfterModeration.Story) => "recit",
        nameof(PublishExperienceAfterModeration.Pseudonym) => "pseudonyme",
        nameof(PublishExperienceAfterModeration.Procedure) => "demarche",
        nameof(PublishExperienceAfterModeration.Masks) => "passage",
        nameof(PublishExperienceAfterModeration.Words) => choice == ModerationChoice.Reject ? "mots-rejet" : "mots",
        nameof(RejectExperience.Reason) => choice == ModerationChoice.Reject ? "motif" : "raison",
        _ => "q",
    };
}
