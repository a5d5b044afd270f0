using System.Diagnostics;
using SpPlus.Benchmarks.Data;
using SpPlus.Benchmarks.Load;

namespace SpPlus.Benchmarks.Measures;

/// <summary>Opens the pages, waits, comments: every page must hear of every comment of its experience.</summary>
internal sealed class LiveBench(SignIn signIn, TimeSpan wait, int rounds)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    public async Task<LiveMeasure> Run(LiveSubject subject)
    {
        var session = await Session.Open(subject.Address, Cookie(0), LiveSeed.HotExperience);
        using var sender = await Connection.Open(subject.Address);
        await Warm(subject, session, sender);
        var before = subject.Database is null ? default : await Rest(subject);
        var memory = subject.WebMemory.Now;

        var (listeners, took) = await Listeners.Open(
            subject.Address,
            [.. Enumerable.Range(0, LiveSeed.Pages).Select(page => ($"/agents/experiences/{LiveSeed.Experience(page)}/direct", Cookie(page)))]);
        using (listeners)
        {
            // Connections to PostgreSQL tell what they did some time after they did it: what belongs to connecting is not counted as waiting.
            await Task.Delay(wait);
            var idle = await Rest(subject);
            var (web, silo, clock) = (subject.WebCpu, subject.SiloCpu, Stopwatch.StartNew());
            var (sent, accepted, events) = await Comment(session, sender);
            var heard = await listeners.All(events);
            var busy = clock.Elapsed.TotalSeconds;
            if (listeners.Lost > 0) throw new InvalidOperationException($"{subject.Name} let go of {listeners.Lost} pages.");
            return new()
            {
                Connecting = took,
                FromSent = [.. heard.Select(h => Stopwatch.GetElapsedTime(sent[h.Mark], h.At).TotalMilliseconds).Order()],
                FromAccepted = [.. heard.Select(h => Math.Max(0, Stopwatch.GetElapsedTime(accepted[h.Mark], h.At).TotalMilliseconds)).Order()],
                IdleWebCpu = idle.Web, IdleSiloCpu = idle.Silo,
                BusyWebCpu = 100 * (subject.WebCpu - web) / busy, BusySiloCpu = 100 * (subject.SiloCpu - silo) / busy,
                Memory = subject.WebMemory.Now, MostMemory = subject.WebMemory.Most, MemoryBefore = memory,
                TransactionsBefore = before.Transactions, TransactionsWhile = idle.Transactions, WebQueries = idle.WebQueries,
            };
        }
    }

    /// <summary>In turn one that a thousand pages show, and one that ten do.</summary>
    private async Task<(long[] Sent, long[] Accepted, int Events)> Comment(Session session, Connection sender)
    {
        var (sent, accepted, events) = (new long[rounds * 2], new long[rounds * 2], 0);
        using var timer = new PeriodicTimer(Between);
        for (var mark = 0; mark < sent.Length; mark++)
        {
            var experience = mark % 2 == 0 ? LiveSeed.HotExperience : LiveSeed.Other(mark / 2);
            var request = session.Comment(experience, $"{Corpus.Comments[mark % Corpus.Comments.Length]} {Listener.Mark(mark)}");
            await timer.WaitForNextTickAsync();
            sent[mark] = Stopwatch.GetTimestamp();
            await Post(sender, request);
            accepted[mark] = Stopwatch.GetTimestamp();
            events += LiveSeed.PagesOn(experience);
        }

        return (sent, accepted, events);
    }

    private static async Task Warm(LiveSubject subject, Session session, Connection sender)
    {
        var (some, _) = await Listeners.Open(
            subject.Address, [.. Enumerable.Range(0, 20).Select(_ => ($"/agents/experiences/{Seed.Id(0, 500)}/direct", session.Cookies))]);
        using (some)
        {
            for (var number = 0; number < 50; number++) await Post(sender, session.Comment(Seed.Id(0, 500), Listener.Mark(number)));
            await some.All(50 * 20);
        }
    }

    private static async Task Post(Connection sender, byte[] request)
    {
        var (status, text) = await sender.Send(request);
        if (status != StatusCodes.Status303SeeOther) throw new InvalidOperationException($"A comment was not accepted: {text[..Math.Min(text.Length, 1_000)]}");
    }

    private async Task<(double Web, double Silo, double Transactions, long WebQueries)> Rest(LiveSubject subject)
    {
        var since = TimeProvider.System.GetUtcNow();
        var (asked, web, silo, clock) = (await subject.Asked(since), subject.WebCpu, subject.SiloCpu, Stopwatch.StartNew());
        await Task.Delay(wait);
        var seconds = clock.Elapsed.TotalSeconds;
        var now = await subject.Asked(since);
        return (100 * (subject.WebCpu - web) / seconds, 100 * (subject.SiloCpu - silo) / seconds, (now.All - asked.All) / seconds, now.ByWeb);
    }

    private string Cookie(int page) => signIn.Cookie(LiveSeed.Subject(page), LiveSeed.Name(page));
}
