namespace SpPlus.Silo.Privacy;

/// <summary>
/// Keeps one author's address and link, sealed apart from the experience (PRIV-1). Only the mail sender opens it; called inside
/// the silo only.
/// </summary>
[Alias("spplus.vault-grain")]
internal interface IVaultGrain : IGrainWithStringKey
{
    /// <summary>Durable on return; sealing again replaces. The sequence is that of the fact that goes with it, 0 when it is the first.</summary>
    [Alias("seal")]
    Task Seal(VaultContent content, int sequence);

    /// <summary>The sealed bytes, for <see cref="SealedBox"/> to open in the sender; null when there is none, or none any more.</summary>
    [Alias("read")]
    Task<SealedBytes?> Read();

    /// <summary>What was sealed up to the fact of that sequence: what the author gave since stays.</summary>
    [Alias("destroy")]
    Task Destroy(int upTo);

    /// <summary>Under the current master key, whatever it was under. Nothing when it is destroyed.</summary>
    [Alias("rewrap")]
    Task Rewrap();
}
