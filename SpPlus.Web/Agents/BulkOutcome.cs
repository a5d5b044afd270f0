using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Web.Agents;

/// <summary>What became of one thing asked for several experiences: each is done or refused by itself.</summary>
public sealed record BulkOutcome(string Action, int Done, ImmutableArray<RefusedItem> Refused)
{
    /// <summary>Nothing was chosen to be done, or nothing to do it to.</summary>
    public bool IsEmpty => Done == 0 && Refused.IsEmpty;
}

/// <summary>Null: nobody knows whether it was done.</summary>
public sealed record RefusedItem(ExperienceId Experience, StructureId Structure, Refusal? Refusal);
