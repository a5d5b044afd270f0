using SpPlus.Contracts.Accounts;

namespace SpPlus.Web.Agents;

/// <summary>What an inbox's page says beside its list: where the page begins, and what became of the form that led to it.</summary>
public sealed record InboxNews
{
    public string? After { get; init; }

    /// <summary>What was done to a saved filter.</summary>
    public string? Filter { get; init; }

    /// <summary>Why it was not done, and the name that was typed.</summary>
    public SavedFilterAnswer? Answer { get; init; }
    public string? Typed { get; init; }
    public BulkOutcome? Bulk { get; init; }

    public bool IsFirst => After is not { Length: > 0 };
}
