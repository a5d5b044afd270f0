using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Mails;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Projections;

namespace SpPlus.Silo.Mail.Operators;

/// <summary>Looks the account up, and whether the order may be given; what stands at that moment is the statement's to say.</summary>
[StatelessWorker]
internal sealed class MailDeskGrain(
    AccountDirectory accounts, MailListing listing, MailCounting counting, MailOrders orders, QueueSignal<MailProjection> signal, IOptions<MailOptions> options)
    : Grain, IMailDeskGrain
{
    public async Task<MailList?> List(MailQuery query, Caller caller)
    {
        if (Administrator(caller) is null) return null;
        var (items, next) = await listing.Page(query);
        return new() { Items = items, Next = next, Counts = (await counting.Counts()) with { HasServer = options.Value.IsOn }, Steps = MailStep.All };
    }

    public async Task<MailView?> Read(long mail, Caller caller) => Administrator(caller) is null ? null : await listing.Read(mail);

    public async Task<int?> Count(MailOrder order, Caller caller) =>
        Administrator(caller) is not null && order.Range is { } range && IsPossible(order) ? await listing.Count(range) : null;

    public async Task<MailOrderResult> CarryOut(MailOrder order, Caller caller)
    {
        if (Administrator(caller) is not { } account) return new() { Refusal = Refusal.NotFound };
        if (!IsPossible(order)) return new() { Refusal = Refusal.Invalid, Current = await Current(order) };
        var changed = await orders.CarryOut(order, Operator.Of(account));
        if (changed > 0 && order.Decision == MailDecision.SendAgain) signal.Raise();
        var current = await Current(order);
        return new() { Refusal = changed > 0 ? Refusal.None : Nothing(order, current), Mails = changed, Current = current };
    }

    private static bool IsPossible(MailOrder order) =>
        order.OperationId != Guid.Empty && order.Mail is null != order.Range is null && MailOrderRule.From(order.Decision, order.EvenAccepted).Any()
        && (order.Range is null || MailOrderRule.Allows(order.Decision, order.Range.Standing, order.EvenAccepted));

    private static Refusal Nothing(MailOrder order, MailView? current) =>
        order.Range is not null ? Refusal.NothingChanged : current is null ? Refusal.NotFound : Refusal.WrongStatus;

    private async Task<MailView?> Current(MailOrder order) => order.Mail is { } mail ? await listing.Read(mail) : null;

    private Account? Administrator(Caller caller) => accounts.Find(caller.Subject) is { Profile: Profile.StewardAdministrator } account ? account : null;
}
