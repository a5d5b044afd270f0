namespace SpPlus.Contracts.Accounts;

[GenerateSerializer, Immutable, Alias("spplus.link-request.v1")]
public sealed record LinkRequest
{
    /// <summary>As it was typed.</summary>
    [Id(0)] public required string Address { get; init; }

    /// <summary>Never in clear: Orleans writes the calls that it delays or loses into logs (PRIV-1).</summary>
    public override string ToString() => nameof(LinkRequest);
}
