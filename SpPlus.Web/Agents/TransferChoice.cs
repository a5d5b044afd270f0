using SpPlus.Contracts.Structures;

namespace SpPlus.Web.Agents;

/// <summary>What handing over to a structure will do, said before it is asked: the silo decides by the same tree (ROUTE-2 to ROUTE-4).</summary>
internal sealed record TransferChoice(StructureId To, bool IsAtOnce, StructureId? Approver)
{
    /// <summary>A structure below: it replaces, nobody is asked.</summary>
    public bool IsAtOnce { get; } = IsAtOnce;

    /// <summary>The structure whose super agents are asked with the DITP; null: nobody, or the DITP alone.</summary>
    public StructureId? Approver { get; } = Approver;

    public static TransferChoice Of(StructureTree structures, StructureId from, StructureId to) =>
        structures.IsDescendant(to, from) ? new(to, IsAtOnce: true, null) : new(to, IsAtOnce: false, structures.NearestCommonAncestor(from, to));
}
