namespace SpPlus.Silo.Privacy;

/// <summary>
/// Keeps one author's address and link, sealed apart from the experience (PRIV-1). Only the mail sender opens it; called inside
/// the silo only.
/// </summary>
[Alias("spplus.vault-grain")]
internal interface IVaultGrain : IGrainWithStringKey
{
    /// <summary>Durable on return; sealing again replaces.</summary>
    [Alias("seal")]
    Task Seal(VaultContent content);

    /// <summary>The sealed bytes, for <see cref="SealedBox"/> to open in the sender; null when there is none, or none any more.</summary>
    [Alias("read")]
    Task<SealedBytes?> Read();

    [Alias("destroy")]
    Task Destroy();
}
