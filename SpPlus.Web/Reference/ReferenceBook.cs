using System.Collections.Frozen;
using SpPlus.Contracts.Reference;
using SpPlus.Contracts.Structures;

namespace SpPlus.Web.Reference;

/// <summary>The reference data as pages ask for it.</summary>
internal sealed class ReferenceBook(ReferenceData data)
{
    private readonly FrozenDictionary<string, Term> channels = data.Channels.ToFrozenDictionary(t => t.Id);
    private readonly FrozenDictionary<string, Term> tags = data.GeneralTags.ToFrozenDictionary(t => t.Id);
    private readonly FrozenDictionary<string, Term> businessTags =
        data.Networks.SelectMany(n => n.BusinessTags).DistinctBy(t => t.Id).ToFrozenDictionary(t => t.Id);
    private readonly FrozenDictionary<string, Term> improvements = data.Improvements.ToFrozenDictionary(t => t.Id);
    private readonly FrozenDictionary<string, Department> departments = data.Departments.ToFrozenDictionary(d => d.Code);
    private readonly FrozenDictionary<StructureId, Network> networks = data.Networks.ToFrozenDictionary(n => n.Id);

    public static readonly ReferenceBook Empty = new(new()
    {
        Version = 0, Structures = [], Networks = [], Departments = [], Countries = [], Channels = [], GeneralTags = [],
        RejectionReasons = [], Improvements = [], Procedures = [], Questions = [],
    });

    public ReferenceData Data => data;

    public StructureTree Structures { get; } = new(data.Structures);

    public StructureSearch Search { get; } = new(data.Structures);

    /// <summary>The id itself for a structure that left the directory: history keeps it.</summary>
    public string NameOf(StructureId id) => Structures.TryGet(id, out var structure) ? structure.Name : id.Value;

    public Term? Channel(string id) => channels.GetValueOrDefault(id);

    public Term? GeneralTag(string id) => tags.GetValueOrDefault(id);

    public Term? BusinessTag(string id) => businessTags.GetValueOrDefault(id);

    public Term? Improvement(string id) => improvements.GetValueOrDefault(id);

    public Department? Department(string code) => departments.GetValueOrDefault(code);

    public Network? NetworkOf(StructureId id) => networks.GetValueOrDefault(Structures.NetworkOf(id));

    /// <summary>Texts to begin a structure's response with: its own first, then its ancestors'; one of each name.</summary>
    public IEnumerable<ResponseTemplate> TemplatesFor(StructureId id)
    {
        var own = NetworkOf(id)?.Formulas ?? [];
        return Structures.Path(id).Reverse().SelectMany(ancestor => own.Where(f => f.Structure == ancestor)).SelectMany(f => f.Templates).DistinctBy(t => t.Id);
    }

    public FormulaList FormulasFor(StructureId id) => FormulaList.For(id, Structures, NetworkOf(id)?.Formulas ?? []);
}
