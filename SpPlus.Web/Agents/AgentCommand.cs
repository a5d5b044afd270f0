using SpPlus.Contracts.Experiences;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Agents;

/// <summary>
/// One form of the page: where it is posted, the command that it makes, the part of the page that it belongs to; and the page's
/// field for each of the command's properties that may be at fault. No command is made of a form that lacks what it needs.
/// </summary>
internal sealed record AgentCommand(
    string Name, string Anchor, Func<PostedForm, ExperienceCommand?> Make, params (string Property, string Field)[] Fields)
{
    public string? RequiredField { get; init; }

    /// <summary>The field that names the structure the page is about once it is carried out.</summary>
    public string LandsOn { get; init; } = "structure";

    /// <summary>Its form stands on the page where an experience is handed over.</summary>
    public bool IsOfTransferPage { get; init; }

    public string FieldOf(string property) => Array.Find(Fields, f => f.Property == property).Field ?? Anchor;
}
