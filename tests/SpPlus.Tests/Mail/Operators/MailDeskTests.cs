using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Mails;
using SpPlus.Silo.Mail;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Mail.Operators;

public sealed class MailDeskTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    private IMailDeskGrain Desk => shared.Silo.Grains.GetGrain<IMailDeskGrain>(0);

    [Fact]
    public async Task Mails_are_the_administrators_of_the_DITP_and_nobody_elses()
    {
        var mail = await Held();
        var callers = new List<Caller> { Caller.Anonymous, shared.Moderator };
        foreach (var profile in Enum.GetValues<Profile>().Where(p => p < Profile.Moderator)) callers.Add(await shared.Silo.Account(profile, "cnaf"));
        foreach (var caller in callers)
        {
            Assert.Null(await Desk.List(new(), caller));
            Assert.Null(await Desk.Read(mail, caller));
            Assert.Equal(Refusal.NotFound, (await Desk.CarryOut(Order(mail), caller)).Refusal);
            Assert.Null((await shared.Silo.Grains.GetGrain<IDeskGrain>(0).Account(caller))?.HeldMails);
        }

        var administrator = await Administrator();
        Assert.True((await shared.Silo.Grains.GetGrain<IDeskGrain>(0).Account(administrator))!.HeldMails > 0);
        var result = await Desk.CarryOut(Order(mail), administrator);
        Assert.Equal((Refusal.None, MailStanding.Accepted), (result.Refusal, result.Current!.Mail.Standing));
    }

    [Fact]
    public async Task Who_comes_second_is_shown_what_was_decided_and_by_whom()
    {
        var mail = await Held();
        await Desk.CarryOut(Order(mail), await Administrator("Solène R."));

        var second = await Desk.CarryOut(Order(mail) with { Decision = MailDecision.SendAgain }, await Administrator("Marc D."));

        Assert.Equal((Refusal.WrongStatus, 0, MailStanding.Accepted), (second.Refusal, second.Mails, second.Current!.Mail.Standing));
        Assert.Equal("Solène R.", Assert.Single(second.Current.Traces).By);
    }

    [Fact]
    public async Task The_list_goes_from_page_to_page_and_misses_none()
    {
        var administrator = await Administrator();
        var mails = new HashSet<long>();
        for (var i = 0; i < 7; i++) mails.Add(await Held("2026-01-02 10:00+00"));
        var (seen, query) = (new List<long>(), new MailQuery { Standing = MailStanding.Held, Step = MailStep.Received, To = new(2026, 1, 3, 0, 0, 0, TimeSpan.Zero), Limit = 3 });
        do
        {
            var page = (await Desk.List(query, administrator))!;
            seen.AddRange(page.Items.Select(m => m.Number));
            query = query with { After = page.Next };
        }
        while (query.After is not null);

        Assert.Equal(mails.Order(), seen);
        Assert.True((await Desk.List(query, administrator))!.Counts.Held >= 7);
        Assert.False((await Desk.List(query, administrator))!.Counts.HasServer);
    }

    [Fact]
    public async Task An_order_that_means_nothing_is_refused()
    {
        var (mail, administrator) = (await Held(), await Administrator());
        var range = new MailRange { Standing = MailStanding.Accepted, To = DateTimeOffset.UnixEpoch };
        foreach (var order in (MailOrder[])
        [
            Order(mail) with { OperationId = Guid.Empty }, Order(mail) with { Mail = null }, Order(mail) with { Range = range }, Order(mail) with { Decision = (MailDecision)9 },
            Order(mail) with { Mail = null, Range = range, Decision = MailDecision.SendAgain }, Order(mail) with { Mail = null, Range = range, Decision = MailDecision.Cancel },
        ])
        {
            Assert.Equal(Refusal.Invalid, (await Desk.CarryOut(order, administrator)).Refusal);
            Assert.Null(await Desk.Count(order, administrator));
        }

        Assert.Equal(Refusal.NotFound, (await Desk.CarryOut(Order(mail) with { Mail = 999_999_999 }, administrator)).Refusal);
        Assert.Equal(MailStanding.Held, (await Desk.Read(mail, administrator))!.Mail.Standing);
    }

    private static MailOrder Order(long mail) => new() { OperationId = Guid.NewGuid(), Decision = MailDecision.WasAccepted, Mail = mail };

    private Task<Caller> Administrator(string? name = null) => shared.Silo.Account(Profile.StewardAdministrator, "ditp", name);

    private async Task<long> Held(string at = "2026-02-02 10:00+00") => await shared.Silo.Database.Scalar<long>(
        $"insert into mail.queue (experience, step, state, attempts, changed_at) values ('{ExperienceId.From(Guid.NewGuid().ToString())}', 'received', 'unknown', 1, '{at}') returning number");
}
