using System.Collections.Immutable;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Texts;

namespace SpPlus.Silo.Import;

/// <summary>The directory's structures by every name they are known by. A name wins over another structure's alias.</summary>
internal sealed class StructureNames
{
    public static readonly StructureId OutsideThePlatform = StructureId.Parse("hors-structures");

    private readonly Dictionary<string, StructureId> byName = [];

    public StructureNames(IEnumerable<Structure> structures)
    {
        var all = structures.OrderBy(s => s.Id).ToArray();
        foreach (var structure in all) byName.TryAdd(FoldedName.Of(structure.Name), structure.Id);
        foreach (var structure in all)
            foreach (var alias in structure.Aliases) byName.TryAdd(FoldedName.Of(alias), structure.Id);
    }

    public StructureId? Find(string name) => byName.TryGetValue(FoldedName.Of(name), out var id) ? id : null;

    public ImmutableArray<string> Split(string joined) => JoinedNames.Split(joined, name => Find(name) is not null);
}
