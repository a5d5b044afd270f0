using System.Collections.Immutable;
using SpPlus.Contracts.Audience;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences.Decisions;

namespace SpPlus.Silo.Experiences;

/// <summary>
/// Who has one experience open, in memory alone: a new activation hears of everybody within <see cref="Attendance.Renewal"/>, and
/// whoever is not named again is gone after <see cref="Attendance.Forgotten"/>.
/// </summary>
internal sealed class Audience(ExperienceId id, AccountDirectory accounts, TimeProvider time)
{
    public static readonly TimeSpan DoingForgotten = TimeSpan.FromSeconds(12);

    private const int PeopleShown = 12;

    /// <summary>Who missed more reads the page again.</summary>
    private const int CommentsCarried = 20;

    private readonly Dictionary<string, Replica> replicas = [];
    private readonly Dictionary<string, Act> acts = [];
    private readonly DateTimeOffset since = time.GetUtcNow();
    private Presence told = Presence.Nobody;

    public AudienceView Attend(Attendance attendance, Experience experience, StructureTree structures)
    {
        var now = time.GetUtcNow();
        var (admitted, refused) = (new HashSet<string>(StringComparer.Ordinal), ImmutableArray.CreateBuilder<string>());
        foreach (var subject in attendance.People)
        {
            if (accounts.Find(subject) is { } account && Rights.Sees(account, experience, structures)) admitted.Add(subject);
            else refused.Add(subject);
        }

        if (admitted.Count == 0) replicas.Remove(attendance.Replica);
        else replicas[attendance.Replica] = new(attendance.Observer, admitted, now + Attendance.Forgotten);
        TellPresence(now, experience.Sequence, except: attendance.Replica);
        return new()
        {
            Sequence = experience.Sequence,
            CommentCount = experience.Comments.Count,
            Comments = attendance.KnownComments is { } known ? After(experience.Comments, known) : [],
            Presence = told,
            Refused = refused.ToImmutable(),
        };
    }

    public void Signal(Account account, Doing doing, StructureId? structure, Experience experience)
    {
        var now = time.GetUtcNow();
        if (doing == Doing.Looking) acts.Remove(account.Subject);
        else acts[account.Subject] = new(doing, doing == Doing.Responding ? structure : null, now + DoingForgotten);
        TellPresence(now, experience.Sequence, except: null);
    }

    /// <summary>What the facts between the two states mean to those who look.</summary>
    public void Tell(Experience before, Experience after)
    {
        var comments = After(after.Comments, before.Comments.Count);
        Send(new()
        {
            Experience = id,
            After = before.Sequence,
            Sequence = after.Sequence,
            Comments = comments,
            // A visitor's report changes nothing for those who may know of none (MOD-4).
            Changed = after.Sequence - before.Sequence - (after.Reports - before.Reports) != comments.Sum(c => c.Facts),
            RightsChanged = !before.Standings.Select(s => s.Structure).SequenceEqual(after.Standings.Select(s => s.Structure)),
        });
    }

    private static ImmutableArray<CommentView> After(ImmutableList<Comment> comments, int known) =>
        comments.Count - known is > 0 and <= CommentsCarried
            ? [.. comments.GetRange(known, comments.Count - known).Select(ExperienceViews.View)]
            : [];

    private void TellPresence(DateTimeOffset now, int sequence, string? except)
    {
        Forget(now);
        var presence = Present(now);
        if (presence == told) return;
        told = presence;
        Send(new() { Experience = id, After = sequence, Sequence = sequence, Presence = presence }, except);
    }

    private Presence Present(DateTimeOffset now)
    {
        var people = replicas.Values.SelectMany(replica => replica.People).Distinct(StringComparer.Ordinal)
            .Select(accounts.Find).OfType<Account>()
            .Select(account => Person(account, acts.GetValueOrDefault(account.Subject)))
            .OrderBy(person => person.Doing == Doing.Looking).ThenBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.Key, StringComparer.Ordinal)
            .ToArray();
        return new() { People = [.. people.Take(PeopleShown)], Count = people.Length, IsComplete = now - since > Attendance.Renewal };
    }

    private PresentPerson Person(Account account, Act? act) => new()
    {
        Key = Presence.KeyOf(id, account.Subject),
        Name = account.DisplayName,
        Structure = account.Structure,
        Doing = act?.Doing ?? Doing.Looking,
        For = act?.Structure,
    };

    private void Forget(DateTimeOffset now)
    {
        foreach (var (name, replica) in replicas)
            if (replica.Until <= now) replicas.Remove(name);
        foreach (var (subject, act) in acts)
            if (act.Until <= now) acts.Remove(subject);
    }

    private void Send(Hint hint, string? except = null)
    {
        foreach (var (name, replica) in replicas)
            if (name != except) replica.Observer.Hear(hint).Ignore();
    }

    private sealed record Replica(IAudienceObserver Observer, HashSet<string> People, DateTimeOffset Until);

    private sealed record Act(Doing Doing, StructureId? Structure, DateTimeOffset Until);
}
