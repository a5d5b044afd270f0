using System.Collections.Frozen;
using SpPlus.Contracts.Reference;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Reference;

/// <summary>The reference data, indexed for decisions. Immutable: a new version is a new book.</summary>
internal sealed class ReferenceBook(ReferenceData data)
{
    private readonly FrozenSet<string> channels = data.Channels.Select(t => t.Id).ToFrozenSet();
    private readonly FrozenSet<string> generalTags = data.GeneralTags.Select(t => t.Id).ToFrozenSet();
    private readonly FrozenSet<string> reasons = data.RejectionReasons.Select(r => r.Label.Id).ToFrozenSet();
    private readonly FrozenSet<string> reportReasons = data.ReportReasons.Select(t => t.Id).ToFrozenSet();
    private readonly FrozenSet<string> improvements = data.Improvements.Select(t => t.Id).ToFrozenSet();
    private readonly FrozenSet<string> departments = data.Departments.Select(d => d.Code).ToFrozenSet();
    private readonly FrozenSet<string> countries = data.Countries.Select(c => c.Id).ToFrozenSet();
    private readonly FrozenDictionary<StructureId, Network> networks = data.Networks.ToFrozenDictionary(n => n.Id);

    public ReferenceData Data => data;

    public StructureTree Structures { get; } = new(data.Structures);

    public bool HasChannel(string id) => channels.Contains(id);

    public bool HasGeneralTag(string id) => generalTags.Contains(id);

    public bool HasRejectionReason(string id) => reasons.Contains(id);

    public bool HasReportReason(string id) => reportReasons.Contains(id);

    public bool HasImprovement(string id) => improvements.Contains(id);

    public bool HasDepartment(string code) => departments.Contains(code);

    public bool HasCountry(string code) => countries.Contains(code);

    public bool HasBusinessTag(StructureId structure, string tag) =>
        networks.TryGetValue(Structures.NetworkOf(structure), out var network) && network.BusinessTags.Any(t => t.Id == tag);

    /// <summary>The default is yes (RIGHT-1): a network that says nothing has its agents' responses validated.</summary>
    public bool ValidationRequired(StructureId structure) =>
        !networks.TryGetValue(Structures.NetworkOf(structure), out var network) || network.ValidationRequired;

    public FormulaList FormulasFor(StructureId structure) => FormulaList.For(
        structure, Structures, networks.TryGetValue(Structures.NetworkOf(structure), out var network) ? network.Formulas : []);

    /// <summary>RESP-5: 0 to 60; null when the network does not say.</summary>
    public int? UndoMinutes(StructureId structure) =>
        networks.TryGetValue(Structures.NetworkOf(structure), out var network) ? network.UndoMinutes : null;
}
