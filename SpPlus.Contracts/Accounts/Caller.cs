namespace SpPlus.Contracts.Accounts;

/// <summary>
/// Who calls, as the edge knows it: a signed-in subject, the bearer of a tracking link, or nobody. What the caller may do is
/// looked up and decided in the silo (RIGHT-4).
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.caller.v1")]
public sealed record Caller
{
    public static readonly Caller Anonymous = new();

    /// <summary>The OpenID Connect subject.</summary>
    [Id(0)] public string? Subject { get; init; }

    /// <summary>The secret of a tracking link, hashed by <see cref="TrackingToken.Hash"/>.</summary>
    [Id(1)] public string? TrackingTokenHash { get; init; }

    /// <summary>Without the hash, which is all that a link's bearer is known by.</summary>
    public override string ToString() => Subject ?? (TrackingTokenHash is null ? "nobody" : "the author");

    public static Caller Agent(string subject) => new() { Subject = subject };

    public static Caller Author(string trackingToken) => new() { TrackingTokenHash = TrackingToken.Hash(trackingToken) };
}
