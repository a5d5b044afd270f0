using System.Security.Cryptography;
using Orleans.Concurrency;
using SpPlus.Contracts.Accounts;
using SpPlus.Silo.Privacy;

namespace SpPlus.Silo.Mail;

/// <summary>
/// Compares marks: the sender stays the only one that opens an address (PRIV-1). See docs/adr/0022-a-lost-link-is-asked-for-with-the-address.md.
/// </summary>
[StatelessWorker]
internal sealed partial class LostLinkGrain(SealedBox box, LinkQueue queue, ILogger<LostLinkGrain> logger) : Grain, ILostLinkGrain
{
    public async Task Ask(LinkRequest request)
    {
        var experience = this.GetPrimaryKeyString();
        var sealedBytes = await GrainFactory.GetGrain<IVaultGrain>(experience).Read();
        await queue.Queue(experience, Matches(experience, sealedBytes, request.Address));
    }

    // A key that is missing is the operators' business: who asks is answered as for a wrong address.
    private bool Matches(string experience, SealedBytes? sealedBytes, string address)
    {
        try
        {
            return box.Matches(experience, sealedBytes, address);
        }
        catch (CryptographicException exception)
        {
            LogUnreadable(exception, experience);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The vault of experience {Experience} does not open")]
    private partial void LogUnreadable(Exception exception, string experience);
}
