using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Moderation;

/// <summary>How many experiences went from one structure to another.</summary>
internal sealed record Reattachment(StructureId From, StructureId To, int Count);
