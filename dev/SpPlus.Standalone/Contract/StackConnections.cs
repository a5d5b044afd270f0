namespace SpPlus.Standalone.Contract;

/// <summary>Where everything that silo and web need is to be found.</summary>
internal sealed record StackConnections
{
    public string ClusterId { get; init; } = "spplus";

    public string ServiceId { get; init; } = "spplus";

    public string Environment { get; init; } = "Development";

    public required string Database { get; init; }

    public required string Redis { get; init; }

    public required string Blobs { get; init; }

    public required string MailHost { get; init; }

    public required int MailPort { get; init; }

    public string MailFrom { get; init; } = "Services Publics + <ne-pas-repondre@spplus.localhost>";

    public required Uri PublicAddress { get; init; }

    public required Uri Authority { get; init; }

    public string ClientId { get; init; } = "spplus-web";

    public required string ClientSecret { get; init; }

    /// <summary>32 bytes in base 64. Another key cannot read the addresses that this one wrote.</summary>
    public required string VaultMasterKey { get; init; }

    public string? AccountsFile { get; init; }

    public Uri? Otlp { get; init; }

    public bool SeedDemo { get; init; }

    /// <summary>How long a publication may be taken back; null for the product's own default.</summary>
    public TimeSpan? UndoWindow { get; init; }
}
