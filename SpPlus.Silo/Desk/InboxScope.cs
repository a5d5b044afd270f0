using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Desk;

/// <summary>What a person's inbox is made of, before any filter.</summary>
internal sealed record InboxScope
{
    /// <summary>Null: all (the DITP's).</summary>
    public StructureId[]? Structures { get; init; }

    public required string Subject { get; init; }
    public required DateTimeOffset Now { get; init; }
}
