using Orleans.Concurrency;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Contracts.Mails;

/// <summary>
/// The mails as operators see them (STEP-2): never an address (PRIV-1). The DITP's administrators' alone: everybody else is answered null,
/// or <see cref="Refusal.NotFound"/>. Key: 0.
/// </summary>
[Alias("spplus.mail-desk-grain")]
public interface IMailDeskGrain : IGrainWithIntegerKey
{
    [ReadOnly, Alias("list")]
    Task<MailList?> List(MailQuery query, Caller caller);

    /// <summary>Null also when there is none.</summary>
    [ReadOnly, Alias("read")]
    Task<MailView?> Read(long mail, Caller caller);

    /// <summary>How many mails a range holds now; null when it is no range for that.</summary>
    [ReadOnly, Alias("count")]
    Task<int?> Count(MailOrder order, Caller caller);

    /// <summary>
    /// Accepted means durable, with who did it and when. Of two who decide about one mail at once, or of an operator and the sender, one is
    /// first: the other is refused <see cref="Refusal.WrongStatus"/> and shown what stands. The same order given again changes nothing and
    /// is answered as the first time. When it throws, give it again.
    /// </summary>
    [Alias("carry-out")]
    Task<MailOrderResult> CarryOut(MailOrder order, Caller caller);
}
