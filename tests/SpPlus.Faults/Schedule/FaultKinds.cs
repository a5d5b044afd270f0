using System.Collections.Immutable;
using SpPlus.Faults.Machine;

namespace SpPlus.Faults.Schedule;

/// <summary>Everything that the failure model knows, declared once.</summary>
internal static class FaultKinds
{
    public static readonly ImmutableArray<Fault> All =
    [
        .. Network.IsOwn ? [new Fault("network cut", 3, S(60), (p, _) => p.Network.Cut(), (p, _) => p.Network.Mend())] : Array.Empty<Fault>(),
        new("silo killed", 6, S(4), (p, n) => Do(p.Silos[n].Kill), (p, n) => Do(p.Silos[n].Start)),
        new("all silos killed", 1, S(4), (p, _) => EverySilo(p, silo => silo.Kill()), (p, _) => EverySilo(p, silo => silo.Start())),
        new("silo stopped", 3, S(30), (p, n) => Do(p.Silos[n].Pause), (p, n) => Do(p.Silos[n].GoOn)),
        new("PostgreSQL restarted", 3, S(1), (p, _) => p.Postgres.Restart(), (_, _) => Task.CompletedTask),
        new("PostgreSQL away", 2, S(20), (p, _) => Do(p.Postgres.Stop), (p, _) => p.Postgres.StartAgain()),
        new("Redis killed", 2, S(15), (p, _) => Do(p.Redis.Kill), (p, _) => Do(p.Redis.Start)),
        new("web killed", 2, S(5), (p, _) => Do(p.Web.Kill), (p, _) => Do(p.Web.Start)),
        new("clock set wrong", 2, S(20), (p, n) => Do(() => p.SetClock(n, TimeSpan.FromMinutes(n % 2 == 0 ? 7 : -7))), (p, n) => Do(() => p.SetClock(n, TimeSpan.Zero))),
        Mail("mail server down", 1, MailMood.Down),
        Mail("mail server defers", 1, MailMood.Defers),
        Mail("mail server stalls", 1, MailMood.Stalls),
        Mail("mail server cuts, has not", 2, MailMood.CutsBefore),
        Mail("mail server cuts, has", 3, MailMood.CutsAfter),
    ];

    private static Fault Mail(string kind, int weight, MailMood mood) =>
        new(kind, weight, S(10), (p, _) => p.Mail.Become(mood), (p, _) => p.Mail.Become(MailMood.Takes));

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private static Task EverySilo(Platform platform, Action<Part> action)
    {
        foreach (var silo in platform.Silos) action(silo);
        return Task.CompletedTask;
    }

    private static TimeSpan S(int seconds) => TimeSpan.FromSeconds(seconds);
}
