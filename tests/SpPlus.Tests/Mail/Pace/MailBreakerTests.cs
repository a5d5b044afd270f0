using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SpPlus.Silo.Mail;
using SpPlus.Silo.Mail.Pace;
using Xunit;

namespace SpPlus.Tests.Mail.Pace;

public sealed class MailBreakerTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider clock = new();
    private readonly MailBreaker breaker;

    public MailBreakerTests() => breaker = new(Options.Create(new MailOptions { BreakAfter = 3, Interval = Interval }), clock);

    [Fact]
    public void Failures_in_a_row_open_it_and_an_answer_between_them_does_not()
    {
        Fail(2);
        breaker.Answered();
        Fail(2);
        Assert.False(breaker.IsOpen);
        Fail(1);
        Assert.True(breaker.IsOpen);
    }

    [Fact]
    public void It_asks_later_and_later_up_to_a_minute()
    {
        Fail(3);
        foreach (var seconds in (int[])[5, 10, 20, 40, 60, 60])
        {
            clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            Assert.False(breaker.IsProbeDue);
            clock.Advance(TimeSpan.FromMilliseconds(1));
            Assert.True(breaker.IsProbeDue);
            Fail(1);
        }
    }

    [Fact]
    public void A_connection_that_opens_is_on_trial_until_a_mail_is_answered()
    {
        Fail(3);
        breaker.Reached();
        Assert.Equal((false, true), (breaker.IsOpen, breaker.IsTrial));

        Fail(1);
        Assert.Equal((true, false), (breaker.IsOpen, breaker.IsTrial));
        clock.Advance(Interval);
        Assert.False(breaker.IsProbeDue);

        breaker.Reached();
        breaker.Answered();
        Fail(2);
        Assert.Equal((false, false), (breaker.IsOpen, breaker.IsTrial));
    }

    private void Fail(int times)
    {
        for (var i = 0; i < times; i++) breaker.Failed();
    }
}
