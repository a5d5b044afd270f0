using System.Collections.Concurrent;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Privacy;

namespace SpPlus.Silo.Similar;

/// <summary>
/// The newest texts that wait for moderation, as sketches: they are sealed, so they are compared in this silo's memory and nowhere else.
/// A text is opened once while it waits; what waits no more is forgotten when somebody asks next.
/// </summary>
internal sealed partial class WaitingSketches(SimilarQueries queries, IGrainFactory grains, TimeProvider time, ILogger<WaitingSketches> logger)
{
    public const int Most = 500;
    private const int OpenedAtOnce = 16;

    private readonly ConcurrentDictionary<ExperienceId, WaitingText> known = [];
    private readonly Lock guard = new();
    private Task<bool> reading = Task.FromResult(true);

    /// <summary>What is known within the time given; not all of it when there was no time to open them all.</summary>
    public async Task<(ICollection<WaitingText> Texts, bool IsComplete)> Read(TimeSpan patience)
    {
        Task<bool> current;
        lock (guard)
        {
            // Of its own: it goes on when whoever asked does not wait for it any more.
            if (reading.IsCompleted) reading = Task.Run(Refresh);
            current = reading;
        }

        var inTime = await Task.WhenAny(current, Task.Delay(patience, time)) == current;
        return (known.Values, inTime && await current);
    }

    private async Task<bool> Refresh()
    {
        try
        {
            var waiting = await queries.Waiting(Most);
            var listed = waiting.Select(w => w.Id).ToHashSet();
            foreach (var id in known.Keys)
                if (!listed.Contains(id)) known.TryRemove(id, out _);
            foreach (var some in waiting.Where(w => !known.ContainsKey(w.Id)).Chunk(OpenedAtOnce)) await Task.WhenAll(some.Select(w => Open(w.Id, w.SubmittedAt)));
            return true;
        }
        catch (Exception exception)
        {
            LogFailed(exception);
            return false;
        }
    }

    private async Task Open(ExperienceId id, DateTimeOffset submittedAt)
    {
        if (await grains.GetGrain<ISentTextGrain>(id.Value).Read() is { IsUnreadable: false } text)
            known[id] = new(id, submittedAt, TextSketch.Of(text.Title, text.Story));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The texts that wait could not all be compared")]
    private partial void LogFailed(Exception exception);
}

internal sealed record WaitingText(ExperienceId Id, DateTimeOffset SubmittedAt, TextSketch Sketch);
