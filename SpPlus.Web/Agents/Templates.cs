using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Reference;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Kit;
using SpPlus.Web.Reference;

namespace SpPlus.Web.Agents;

/// <summary>Puts a structure's template into what is being written: below it, never in its place.</summary>
internal static class Templates
{
    public static ReturnedForm Insert(ReturnedForm form, ExperienceView view, ReferenceBook reference)
    {
        if (form["inserer"] is null || form.Structure is not { } structure) return form;
        if (reference.TemplatesFor(structure).FirstOrDefault(t => t.Id == form["modele"]) is not { } template) return form;
        var (typed, text) = (form["texte"]?.TrimEnd(), Fill(template, structure, view, reference));
        return form.With("texte", string.IsNullOrEmpty(typed) ? text : $"{typed}\n\n{text}");
    }

    private static string Fill(ResponseTemplate template, StructureId structure, ExperienceView view, ReferenceBook reference) => template.Text
        .Replace("{structure}", reference.NameOf(structure), StringComparison.Ordinal)
        .Replace("{pseudonyme}", view.Pseudonym ?? "", StringComparison.Ordinal)
        .Replace("{date}", Dates.Day(view.ContactDate), StringComparison.Ordinal)
        .Replace("{reference}", view.Id.Value, StringComparison.Ordinal);
}
