using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SpPlus.Silo.Mail;
using SpPlus.Silo.Mail.Pace;
using Xunit;

namespace SpPlus.Tests.Mail.Pace;

public sealed class DomainPaceTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void Each_mail_over_the_pace_gets_a_turn_of_its_own()
    {
        // Lane 2 has an eighth of 480 a minute: one a second.
        var pace = Pace(480);
        var waits = Enumerable.Range(0, 106).Select(_ => pace.Wait("exemple.fr", 2).TotalSeconds).ToArray();

        Assert.Equal([0, 0, 0, 0, 0, 0], waits[..6]);
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (double)i), waits[6..]);
    }

    [Fact]
    public void What_was_not_used_lately_is_not_saved_up()
    {
        var pace = Pace(480);
        pace.Wait("exemple.fr", 2);
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(6, Enumerable.Range(0, 20).Count(_ => pace.Wait("exemple.fr", 2) == TimeSpan.Zero));
    }

    [Fact]
    public void Neither_another_domain_nor_another_lane_is_held_back()
    {
        var pace = Pace(8);
        for (var i = 0; i < 10_000; i++) pace.Wait("exemple.fr", 2);

        Assert.Equal(TimeSpan.Zero, pace.Wait("exemple.org", 2));
        Assert.Equal(TimeSpan.Zero, pace.Wait("EXEMPLE.fr", 0));
        Assert.NotEqual(TimeSpan.Zero, pace.Wait("Exemple.FR", 2));
    }

    [Fact]
    public void Without_a_pace_nothing_waits()
    {
        var pace = Pace(0);
        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.Equal(TimeSpan.Zero, pace.Wait("exemple.fr", 3)));
    }

    [Fact]
    public void Ever_so_many_domains_do_not_fill_the_memory_and_those_in_use_are_kept()
    {
        var pace = Pace(8);
        for (var i = 0; i < 3; i++) pace.Wait("exemple.fr", 2);
        for (var i = 0; i < 25_000; i++)
        {
            pace.Wait($"d{i}.exemple.org", 0);
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.NotEqual(TimeSpan.Zero, pace.Wait("exemple.fr", 2));
    }

    [Fact]
    public void The_lanes_share_everything_and_each_is_asked_in_every_turn()
    {
        Assert.Equal(1, Enumerable.Range(0, 4).Sum(lane => MailLanes.ShareOf((short)lane)));
        Assert.All(MailLanes.Orders, order => Assert.Equal([0, 1, 2, 3], order.Order().Select(l => (int)l)));
        Assert.Equal(MailLanes.Turns, MailLanes.Orders.Select(o => o[0]));
    }

    private DomainPace Pace(int perMinute) => new(Options.Create(new MailOptions { PacePerDomain = perMinute }), clock);
}
