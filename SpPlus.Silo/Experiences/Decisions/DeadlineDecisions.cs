using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>
/// What comes to pass because its time has come: a window closes and the response is public (RESP-5), a request that nobody resolved
/// stays with the DITP alone (ROUTE-3). Asked too early, or twice, there is nothing to do.
/// </summary>
internal static class DeadlineDecisions
{
    public static Decision Settle(Experience experience, DecisionContext context)
    {
        if (!experience.IsPublic) return Decision.Of();
        var facts = new List<Fact>();
        foreach (var standing in experience.Standings)
        {
            if (standing.Pending is { } pending && pending.ClosesAt <= context.Now) facts.Add(Closed(standing, pending));
            if (standing.Transfer is { Approver: not null } transfer && transfer.ExpiresAt <= context.Now)
                facts.Add(new TransferExpired { Structure = standing.Structure });
        }

        return Decision.Of(facts);
    }

    public static bool IsDue(Experience experience, DateTimeOffset now) => experience.IsPublic
        && experience.Standings.Any(s => s.Pending?.ClosesAt <= now || (s.Transfer is { Approver: not null } transfer && transfer.ExpiresAt <= now));

    private static Fact Closed(Standing standing, PendingPublication pending) => pending.Response is { } response
        ? new ResponsePublished { Structure = standing.Structure, Version = pending.Version, Response = response }
        : new ResponseAdopted { Structure = standing.Structure, Adopted = pending.Adopted!.Value, AdoptedVersion = pending.AdoptedVersion };
}
