using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences;

/// <summary>A structure's transfer request after a fact. Its version is the response's: both are settled by one person at a time.</summary>
internal static class TransferFold
{
    public static Standing Requested(Standing standing, TransferRequested fact, Actor actor, DateTimeOffset at) => standing with
    {
        Version = standing.Version + 1,
        Transfer = new() { To = fact.To, Reason = fact.Reason, By = actor, At = at, ExpiresAt = fact.ExpiresAt, Approver = fact.Approver },
    };

    public static Standing Over(Standing standing) => standing with { Version = standing.Version + 1, Transfer = null };

    public static Standing Expired(Standing standing) =>
        standing.Transfer is { } transfer ? standing with { Transfer = transfer with { Approver = null } } : standing;
}
