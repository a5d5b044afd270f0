using System.Globalization;
using System.Threading.Channels;
using SpPlus.Contracts.Audience;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Agents;

namespace SpPlus.Web.Live;

/// <summary>
/// The pages that are open on one experience in this process. What happens to it is taken up by one loop: nothing is told to a page
/// before the grain said that its reader may see it, and after other structures became concerned it is asked first.
/// </summary>
internal sealed partial class LiveRoom(ExperienceId id, LiveRooms rooms, Fragments fragments, TimeProvider time, ILogger logger)
{
    /// <summary>In a fuller room people who come and go are shown turn by turn: each of them would be told to all the others.</summary>
    private const int Crowd = 50;

    /// <summary>Hints that may wait while a grain is asked: what did not find room is asked for. Who comes and goes always finds it.</summary>
    internal const int HintsWaiting = 1_024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Not for a single reader, though there is one: that kind does not know how many wait in it.
    private readonly Channel<RoomEvent> events = Channel.CreateUnbounded<RoomEvent>();
    private readonly List<OpenPage> pages = [];
    private readonly List<OpenPage> waiting = [];

    /// <summary>The line about who is here, by language, until it changes.</summary>
    private readonly Dictionary<string, ReadOnlyMemory<byte>> people = [];
    private Position? position;
    private Presence presence = Presence.Nobody;
    private Presence shown = Presence.Nobody;
    private bool isDue;
    private volatile bool hasMissed;

    public ExperienceId Id => id;

    /// <summary>True when nothing more has happened to it.</summary>
    public bool IsQuiet => events.Reader.Count == 0;

    public void Post(RoomEvent happened)
    {
        if (happened is RoomEvent.Heard && events.Reader.Count >= HintsWaiting) hasMissed = true;
        else events.Writer.TryWrite(happened);
    }

    /// <summary>Until the last page has left.</summary>
    public async Task Run()
    {
        do
        {
            await events.Reader.WaitToReadAsync();
            try
            {
                while (events.Reader.TryRead(out var happened)) await Take(happened);
                if (hasMissed)
                {
                    hasMissed = false;
                    isDue = true;
                }

                if (isDue) await Attend();
            }
            catch (Exception exception)
            {
                LogFailed(exception, id.Value);
            }
        }
        while (pages.Count > 0 || waiting.Count > 0 || !rooms.Retire(this));
    }

    private Task Take(RoomEvent happened)
    {
        switch (happened)
        {
            case RoomEvent.Came { Page: var page }:
                waiting.Add(page);
                isDue = true;
                break;
            case RoomEvent.Left { Page: var page }:
                pages.Remove(page);
                waiting.Remove(page);
                isDue |= pages.TrueForAll(p => p.Subject != page.Subject);
                break;
            case RoomEvent.Heard { Hint: var hint }:
                return Hear(hint);
            case RoomEvent.Due:
                isDue = true;
                Broadcast(_ => ServerEvent.Beat);
                var now = time.GetUtcNow();
                foreach (var page in pages.Where(page => page.Until <= now)) page.End();
                return Show(presence, isTurn: true);
            case RoomEvent.Closed:
                foreach (var page in pages) page.End();
                foreach (var page in waiting) page.Refuse();
                break;
        }

        return Task.CompletedTask;
    }

    private async Task Hear(Hint hint)
    {
        if (hint.Presence is { } present) await Show(present);
        if (position is not { } at || hint.Sequence <= at.Sequence) return;
        // What it tells comes back with the answer, to those who may still know it.
        if (hint.RightsChanged || hint.After != at.Sequence) isDue = true;
        else await Advance(new(hint.Sequence, at.Comments + hint.Comments.Length), hint.Comments, hint.Changed);
    }

    private async Task Attend()
    {
        isDue = false;
        OpenPage[] asking = [.. waiting];
        try
        {
            string[] people = [.. pages.Concat(asking).Select(page => page.Subject).Distinct(StringComparer.Ordinal)];
            await Follow(await rooms.Ask(id, people, position?.Comments).WaitAsync(Patience, time), asking);
        }
        catch (Exception exception)
        {
            // The silo that held it may be gone: another takes over, and is asked at the next turn.
            LogNotHeard(exception, id.Value);
        }
    }

    private async Task Follow(AudienceView? view, OpenPage[] asking)
    {
        waiting.RemoveAll(asking.Contains);
        foreach (var page in asking.Where(page => !MaySee(page))) page.Refuse();
        foreach (var page in pages.Where(page => !MaySee(page))) End(page);
        if (view is null) return;
        if (position is { } at)
            await Advance(new(view.Sequence, view.CommentCount), view.Comments, view.Sequence - at.Sequence != view.Comments.Sum(c => c.Facts));
        position = new(view.Sequence, view.CommentCount);
        foreach (var page in asking.Where(MaySee)) await Admit(page);
        await Show(view.Presence.IsComplete ? view.Presence : Together(presence, view.Presence));

        bool MaySee(OpenPage page) => view is not null && !view.Refused.Contains(page.Subject);
    }

    private async Task Admit(OpenPage page)
    {
        page.Admit();
        pages.Add(page);
        page.Send(ServerEvent.ComeBackIn(Random.Shared.Next(1_000, 3_000)));
        if (page.Position != position) page.Send(Changed());
        if (presence.Count > 0) page.Send(await PresenceIn(page.Language));
    }

    private async Task Advance(Position to, IReadOnlyCollection<CommentView> comments, bool changed)
    {
        if (position is { } at && to.Sequence <= at.Sequence) return;
        position = to;
        if (comments.Count > 0)
        {
            var rendered = new Dictionary<string, ReadOnlyMemory<byte>>();
            foreach (var language in Languages)
                rendered[language] = ServerEvent.Of(ServerEvent.Comment, await fragments.Render<CommentItems>(language, new() { [nameof(CommentItems.Comments)] = comments }), to);
            Broadcast(page => rendered[page.Language]);
        }

        if (!changed) return;
        var change = Changed();
        Broadcast(_ => change);
    }

    private async Task Show(Presence now, bool isTurn = false)
    {
        if (now != presence) people.Clear();
        presence = now;
        if (presence == shown || (pages.Count > Crowd && !isTurn)) return;
        shown = presence;
        foreach (var language in Languages) await PresenceIn(language);
        Broadcast(page => people[page.Language]);
    }

    private async Task<ReadOnlyMemory<byte>> PresenceIn(string language)
    {
        if (people.TryGetValue(language, out var known)) return known;
        var html = await fragments.Render<PresentPeople>(language, new() { [nameof(PresentPeople.Presence)] = presence });
        return people[language] = ServerEvent.Of(ServerEvent.Presence, html);
    }

    /// <summary>With how many pages were told, so that they do not all come back at the same time.</summary>
    private ReadOnlyMemory<byte> Changed() =>
        ServerEvent.Of(ServerEvent.Change, pages.Count.ToString(CultureInfo.InvariantCulture), position);

    private string[] Languages => [.. pages.Select(page => page.Language).Distinct()];

    private void Broadcast(Func<OpenPage, ReadOnlyMemory<byte>> bytes)
    {
        foreach (var page in pages) page.Send(bytes(page));
    }

    private static void End(OpenPage page)
    {
        page.Send(ServerEvent.Of(ServerEvent.End, ""));
        page.End();
    }

    /// <summary>A grain that just moved knows only those that it heard of: nobody vanishes for a moment.</summary>
    private static Presence Together(Presence known, Presence heard) => heard with
    {
        People = [.. heard.People, .. known.People.Where(person => heard.People.All(other => other.Key != person.Key))],
        Count = Math.Max(known.Count, heard.Count),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Who has {Experience} open could not be said: it is said again")]
    private partial void LogNotHeard(Exception exception, string experience);

    [LoggerMessage(Level = LogLevel.Error, Message = "The open pages of {Experience} missed an event")]
    private partial void LogFailed(Exception exception, string experience);
}
