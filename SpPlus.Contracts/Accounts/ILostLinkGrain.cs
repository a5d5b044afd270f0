namespace SpPlus.Contracts.Accounts;

/// <summary>Somebody says that they lost the private link of an experience (SUBMIT-4). Key: the experience's reference.</summary>
[Alias("spplus.lost-link-grain")]
public interface ILostLinkGrain : IGrainWithStringKey
{
    /// <summary>
    /// Anybody may ask. When the address is the author's own a mail with the link is queued, one an hour at most; the answer, and the
    /// work, are the same when it is not, and when there is no such experience.
    /// </summary>
    [Alias("ask")]
    Task Ask(LinkRequest request);
}
