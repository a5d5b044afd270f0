namespace SpPlus.Contracts.Accounts;

/// <summary>How long a structure has had an experience, or had it before it answered (CLOCK-1).</summary>
[GenerateSerializer, Alias("spplus.inbox-age")]
public enum InboxAge
{
    Under48Hours = 1,
    From48To72Hours = 2,
    Over72Hours = 3,
    Over7Days = 4,
}
