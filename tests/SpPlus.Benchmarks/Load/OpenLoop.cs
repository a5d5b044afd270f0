using System.Collections.Concurrent;
using System.Diagnostics;
using SpPlus.Benchmarks.Data;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Benchmarks.Load;

/// <summary>
/// Comments that come when they come, whether or not earlier ones were answered. Times are from the moment that one was due, so that a
/// server that holds everybody up is not spared the rest.
/// </summary>
internal sealed class OpenLoop(Balancer balancer, IReadOnlyList<Session> sessions, ExperienceId[] experiences)
{
    /// <summary>Who would be one more waits for nobody: the caller's own means are at their end.</summary>
    private const int MostUnanswered = 6_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<OpenResult> Run(double perSecond, TimeSpan length, CancellationToken stop = default)
    {
        using var patience = new CancellationTokenSource();
        var answers = new ConcurrentBag<(int Status, TimeSpan Due, TimeSpan After, string Tag)>();
        var (sent, unsent, unanswered) = (0, 0, 0);
        var clock = Stopwatch.StartNew();
        var calls = new List<Task>();
        while (clock.Elapsed < length && !stop.IsCancellationRequested)
        {
            for (var due = (int)(clock.Elapsed.TotalSeconds * perSecond); sent < due; sent++)
            {
                if (Volatile.Read(ref unanswered) >= MostUnanswered) unsent++;
                else calls.Add(Call(sent));
            }

            await Task.Delay(1, CancellationToken.None);
        }

        var elapsed = clock.Elapsed;
        patience.CancelAfter(Patience);
        await Task.WhenAll(calls);
        return new(elapsed, sent, unsent, [.. answers]);

        async Task Call(int number)
        {
            await Task.Yield();
            Interlocked.Increment(ref unanswered);
            var (tag, experience) = (NewTag(), number % experiences.Length);
            var request = sessions[number % sessions.Count].Comment(experiences[experience], $"{Corpus.Comments[experience % Corpus.Comments.Length]} {tag}");
            var status = await balancer.Send(request, patience.Token);
            var due = TimeSpan.FromSeconds(number / perSecond);
            answers.Add((status, due, clock.Elapsed - due, tag));
            Interlocked.Decrement(ref unanswered);
        }
    }

    /// <summary>By which a comment is found again. Of letters alone: a number might be somebody's.</summary>
    private static string NewTag() => string.Concat(Guid.NewGuid().ToByteArray().SelectMany(b => (char[])[(char)('a' + (b >> 4)), (char)('a' + (b & 15))]));
}
