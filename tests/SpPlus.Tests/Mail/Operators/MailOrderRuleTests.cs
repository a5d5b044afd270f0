using SpPlus.Contracts.Mails;
using SpPlus.Silo.Mail.Operators;
using Xunit;

namespace SpPlus.Tests.Mail.Operators;

public sealed class MailOrderRuleTests
{
    [Theory]
    [InlineData(MailDecision.WasAccepted, false, MailStanding.Held)]
    [InlineData(MailDecision.WasAccepted, true, MailStanding.Held)]
    [InlineData(MailDecision.SendAgain, false, MailStanding.Held, MailStanding.Refused, MailStanding.Cancelled)]
    [InlineData(MailDecision.SendAgain, true, MailStanding.Held, MailStanding.Refused, MailStanding.Accepted, MailStanding.Cancelled)]
    [InlineData(MailDecision.Cancel, false, MailStanding.Waiting)]
    [InlineData(MailDecision.Cancel, true, MailStanding.Waiting)]
    public void Each_decision_is_for_mails_that_stand_so(MailDecision decision, bool evenAccepted, params MailStanding[] standings) =>
        Assert.Equal(standings, MailOrderRule.From(decision, evenAccepted));

    [Fact]
    public void Every_state_has_a_name_of_its_own_for_operators() =>
        Assert.Equal(Enum.GetValues<MailStanding>(), Enum.GetValues<MailStanding>().Select(s => MailStandings.Of(s.State())));
}
