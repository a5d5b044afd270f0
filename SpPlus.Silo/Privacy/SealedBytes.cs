namespace SpPlus.Silo.Privacy;

/// <summary>
/// Words encrypted under a key of their own, and that key encrypted under the master key. Destroying the row destroys both.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.sealed-bytes.v1")]
internal sealed record SealedBytes
{
    /// <summary>Which master key wraps the key: the first eight hexadecimal digits of its SHA-256.</summary>
    [Id(0)] public required string MasterKeyId { get; init; }
    [Id(1)] public required byte[] WrappedKey { get; init; }
    [Id(2)] public required byte[] Content { get; init; }

    /// <summary>Tells whether a text is the sealed one without opening it: keyed by the row's own key, so it says nothing without that, and nothing across rows.</summary>
    [Id(3)] public byte[]? Mark { get; init; }
}
