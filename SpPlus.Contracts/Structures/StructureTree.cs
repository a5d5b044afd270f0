using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace SpPlus.Contracts.Structures;

/// <summary>The directory's tree at one moment: immutable, so that a decision may ask it and stay pure.</summary>
public sealed class StructureTree
{
    public static readonly StructureTree Empty = new([]);

    private readonly FrozenDictionary<StructureId, Node> nodes;

    public StructureTree(IEnumerable<Structure> structures)
    {
        var all = structures.ToDictionary(s => s.Id);
        var children = all.Values.Where(s => s.Parent is not null).ToLookup(s => s.Parent!.Value);
        nodes = all.Values.ToFrozenDictionary(
            s => s.Id,
            s => new Node(s, PathTo(s, all), [.. children[s.Id].OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => c.Id)]));
        Roots = [.. all.Values.Where(s => s.Parent is null).OrderBy(s => s.Name, StringComparer.Ordinal)];
    }

    public ImmutableArray<Structure> Roots { get; }

    public IEnumerable<Structure> All => nodes.Values.Select(n => n.Structure);

    public int Count => nodes.Count;

    public bool TryGet(StructureId id, [NotNullWhen(true)] out Structure? structure)
    {
        structure = nodes.TryGetValue(id, out var node) ? node.Structure : null;
        return structure is not null;
    }

    public bool Contains(StructureId id) => nodes.ContainsKey(id);

    /// <summary>From the network's root to the structure itself; empty for an unknown one.</summary>
    public ImmutableArray<StructureId> Path(StructureId id) => nodes.TryGetValue(id, out var node) ? node.Path : [];

    public ImmutableArray<StructureId> Children(StructureId id) => nodes.TryGetValue(id, out var node) ? node.Children : [];

    /// <summary>The network's root; the structure itself when it is one or is unknown.</summary>
    public StructureId NetworkOf(StructureId id) => Path(id) is [var root, ..] ? root : id;

    /// <summary>True also for the structure itself.</summary>
    public bool IsWithin(StructureId id, StructureId ancestor) => Path(id).Contains(ancestor);

    public bool IsDescendant(StructureId id, StructureId ancestor) => id != ancestor && IsWithin(id, ancestor);

    /// <summary>The lowest structure that both are within; null in two networks.</summary>
    public StructureId? NearestCommonAncestor(StructureId one, StructureId other)
    {
        StructureId? nearest = null;
        foreach (var (a, b) in Path(one).Zip(Path(other)))
        {
            if (a != b) break;
            nearest = a;
        }

        return nearest;
    }

    /// <summary>The structure and everything below it.</summary>
    public IEnumerable<StructureId> Subtree(StructureId id)
    {
        if (!nodes.TryGetValue(id, out var node)) yield break;
        yield return id;
        foreach (var child in node.Children)
            foreach (var below in Subtree(child))
                yield return below;
    }

    private static ImmutableArray<StructureId> PathTo(Structure structure, Dictionary<StructureId, Structure> all)
    {
        var path = new Stack<StructureId>();
        for (var at = structure; ; at = all[at.Parent.Value])
        {
            if (path.Contains(at.Id)) throw new InvalidOperationException($"Structure {structure.Id} is its own ancestor.");
            path.Push(at.Id);
            if (at.Parent is null || !all.ContainsKey(at.Parent.Value)) return [.. path];
        }
    }

    private sealed record Node(Structure Structure, ImmutableArray<StructureId> Path, ImmutableArray<StructureId> Children);
}
