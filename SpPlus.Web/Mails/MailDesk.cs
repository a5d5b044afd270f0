using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Mails;

namespace SpPlus.Web.Mails;

/// <summary>The way from the pages to the silo. An order whose outcome is unknown is given once more: it is carried out once.</summary>
internal sealed partial class MailDesk(IGrainFactory grains, ILogger<MailDesk> logger)
{
    public IMailDeskGrain Grain => grains.GetGrain<IMailDeskGrain>(0);

    /// <summary>Null when nobody knows.</summary>
    public async Task<MailOrderResult?> CarryOut(MailOrder order, Caller caller)
    {
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            try
            {
                return await Grain.CarryOut(order, caller);
            }
            catch (Exception exception)
            {
                LogUnknown(exception, order.OperationId);
            }
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Order {Operation} about mails: no answer")]
    private partial void LogUnknown(Exception exception, Guid operation);
}
