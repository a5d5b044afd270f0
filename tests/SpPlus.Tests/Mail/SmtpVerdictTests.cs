using SpPlus.Silo.Mail.Smtp;
using Xunit;

namespace SpPlus.Tests.Mail;

public sealed class SmtpVerdictTests
{
    private static readonly IOException Cut = new("<personne@exemple.fr> is gone");

    [Theory]
    [InlineData(SmtpPhase.None, null, HandOverOutcome.NotNow)]
    [InlineData(SmtpPhase.Sender, 451, HandOverOutcome.NotNow)]
    [InlineData(SmtpPhase.Sender, 550, HandOverOutcome.NotNow)]
    [InlineData(SmtpPhase.Recipient, null, HandOverOutcome.NotNow)]
    [InlineData(SmtpPhase.Recipient, 421, HandOverOutcome.NotNow)]
    [InlineData(SmtpPhase.Recipient, 550, HandOverOutcome.Refused)]
    [InlineData(SmtpPhase.Recipient, 250, HandOverOutcome.NotNow)]
    [InlineData(SmtpPhase.Data, null, HandOverOutcome.Unknown)]
    [InlineData(SmtpPhase.Data, 354, HandOverOutcome.Unknown)]
    [InlineData(SmtpPhase.Data, 421, HandOverOutcome.NotNow)]
    [InlineData(SmtpPhase.Data, 554, HandOverOutcome.Refused)]
    [InlineData(SmtpPhase.Data, 250, HandOverOutcome.Accepted)]
    internal void How_far_it_got_and_what_answered_say_what_became_of_it(SmtpPhase phase, int? code, HandOverOutcome outcome) =>
        Assert.Equal(outcome, SmtpVerdict.Of(phase, code is { } c ? new(c, null) : null, Cut).Outcome);

    [Theory]
    [InlineData(SmtpPhase.None, null, "IOException")]
    [InlineData(SmtpPhase.Data, null, "IOException")]
    [InlineData(SmtpPhase.Recipient, 550, "550 5.1.1")]
    internal void What_is_kept_of_it_is_a_code_or_a_type(SmtpPhase phase, int? code, string detail) =>
        Assert.Equal(detail, SmtpVerdict.Of(phase, code is { } c ? new(c, "5.1.1") : null, Cut).Detail);

    [Fact]
    public void A_server_that_cannot_carry_such_an_address_never_will() =>
        Assert.Equal(HandOverOutcome.Refused, SmtpVerdict.Of(SmtpPhase.None, null, new NotSupportedException()).Outcome);
}
