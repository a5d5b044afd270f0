using System.Collections.Immutable;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Reference;

/// <summary>What a structure may open and sign its responses with: its own first, then its ancestors', the name filled in.</summary>
public sealed record FormulaList(ImmutableArray<string> Courtesies, ImmutableArray<string> Signatures)
{
    public static FormulaList For(StructureId id, StructureTree structures, ImmutableArray<Formulas> ofNetwork)
    {
        var inherited = structures.Path(id).Reverse().SelectMany(ancestor => ofNetwork.Where(f => f.Structure == ancestor)).ToArray();
        var name = structures.TryGet(id, out var structure) ? structure.Name : id.Value;
        return new(
            [.. inherited.SelectMany(f => f.Courtesies).Select(Fill).Distinct()],
            [.. inherited.SelectMany(f => f.Signatures).Select(Fill).DefaultIfEmpty(name).Distinct()]);

        string Fill(string formula) => formula.Replace("{structure}", name, StringComparison.Ordinal);
    }
}
