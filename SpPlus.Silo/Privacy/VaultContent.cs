namespace SpPlus.Silo.Privacy;

[GenerateSerializer, Immutable, Alias("spplus.vault-content.v1")]
internal sealed record VaultContent
{
    /// <summary>Null when the author gave none.</summary>
    [Id(0)] public string? Address { get; init; }

    /// <summary>For the private link in the mails; elsewhere only its hash is stored (SUBMIT-4).</summary>
    [Id(1)] public required string TrackingToken { get; init; }

    /// <summary>The mails' language: <c>fr</c> or <c>en</c>.</summary>
    [Id(2)] public string Language { get; init; } = "fr";

    /// <summary>Never in clear, not even in a log that prints records.</summary>
    public override string ToString() => nameof(VaultContent);
}
