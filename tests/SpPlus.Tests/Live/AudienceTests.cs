using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Audience;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using Xunit;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.Live;

/// <summary>COMM-2: who has an experience open, as its grain keeps it in memory.</summary>
public sealed class AudienceTests
{
    private const string Caf = "caf-gironde";
    private const string Cpam = "cpam-gironde";

    private static readonly Account Anne = Account(Profile.Agent, Caf, "anne");
    private static readonly Account Bruno = Account(Profile.Agent, Cpam, "bruno");
    private static readonly An Shared = An.Experience.Published(Caf, Cpam);

    private readonly FakeTimeProvider time = new();
    private readonly AccountDirectory accounts = new(null!);
    private readonly Observer one = new();
    private readonly Observer two = new();
    private readonly Audience audience;

    public AudienceTests()
    {
        accounts.Replace([Anne, Bruno, Account(Profile.Agent, "ft-dr-martinique", "elsewhere")]);
        audience = new(ExperienceId.From("watched"), accounts, time);
    }

    [Fact]
    public void Whoever_is_not_named_again_is_gone_for_everybody_else_within_fifteen_seconds()
    {
        Attend("two", two, "bruno");
        for (var second = 0; second < 15; second += 3)
        {
            Attend("one", one, "anne");
            time.Advance(Attendance.Renewal);
        }

        Assert.Equal(["anne"], Names(Attend("one", one, "anne")));
    }

    [Fact]
    public void Whoever_comes_or_leaves_is_shown_at_once_in_every_other_process()
    {
        Attend("one", one, "anne");
        Assert.Equal(["anne", "bruno"], Names(Attend("two", two, "bruno")));
        Assert.Equal(["anne", "bruno"], Names(one.Heard[^1].Presence!));
        Attend("two", two);
        Assert.Equal(["anne"], Names(one.Heard[^1].Presence!));
        Assert.Empty(two.Heard);
    }

    [Fact]
    public void A_person_with_pages_in_two_processes_is_one_person()
    {
        Attend("one", one, "anne");
        Assert.Equal(1, Attend("two", two, "anne").Presence.Count);
        Attend("two", two);
        Assert.Equal(["anne"], Names(Attend("one", one, "anne")));
    }

    [Fact]
    public void Whoever_writes_is_named_first_with_the_structure_and_no_longer_than_it_is_said()
    {
        Attend("one", one, "anne", "bruno");
        audience.Signal(Bruno, Doing.Responding, Id(Cpam), Shared.State);
        var writer = one.Heard[^1].Presence!.People[0];
        Assert.Equal((Bruno.DisplayName, Doing.Responding, Id(Cpam)), (writer.Name, writer.Doing, writer.For));

        time.Advance(Attendance.Renewal * 2);
        Attend("one", one, "anne", "bruno");
        time.Advance(Attendance.Renewal * 2);
        Assert.All(Attend("one", one, "anne", "bruno").Presence.People, person => Assert.Equal(Doing.Looking, person.Doing));
    }

    [Fact]
    public void New_comments_go_along_with_the_hint_and_anything_else_asks_to_read_again()
    {
        Attend("one", one, "anne");
        var commented = Shared.Commented(Caf, "Qui répond ?");
        audience.Tell(Shared.State, commented.State);
        var hint = one.Heard[^1];
        Assert.Equal((Shared.State.Sequence, commented.State.Sequence, false), (hint.After, hint.Sequence, hint.Changed));
        Assert.Equal("Qui répond ?", Assert.Single(hint.Comments).Text);

        var mentioned = commented.Then(New.Comment("Et vous ?") with { Mentions = [Id(Cpam)] }, commented.By(Anne));
        audience.Tell(commented.State, mentioned.State);
        Assert.True(one.Heard[^1] is { Changed: false, Comments: [{ Mentions.Length: 1 }] });

        audience.Tell(commented.State, commented.DraftedBy(Caf).State);
        Assert.True(one.Heard[^1] is { Changed: true, RightsChanged: false, Comments.IsEmpty: true });
    }

    [Fact]
    public void Comments_that_were_missed_come_with_the_next_answer_unless_there_are_too_many()
    {
        var commented = Shared.Commented(Caf, "Un").Commented(Caf, "Deux");
        Assert.Equal(["Deux"], audience.Attend(By("one", one, 1, "anne"), commented.State, Book.Structures).Comments.Select(c => c.Text));
        var many = Enumerable.Range(0, 30).Aggregate(commented, (an, number) => an.Commented(Caf, $"n° {number}"));
        var answer = audience.Attend(By("one", one, 2, "anne"), many.State, Book.Structures);
        Assert.Equal((32, 0), (answer.CommentCount, answer.Comments.Length));
    }

    [Fact]
    public void Who_may_not_see_it_is_refused_and_shown_to_nobody_also_when_the_structures_change()
    {
        Assert.Equal(["elsewhere", "nobody"], Attend("one", one, "anne", "elsewhere", "nobody").Refused.ToArray());

        var replaced = Shared.NotConcerned(Cpam).State;
        var without = replaced with { Standings = [.. replaced.Standings.Where(s => s.Structure == Id(Caf))] };
        audience.Tell(Shared.State, without);
        Assert.True(one.Heard[^1].RightsChanged);
        var answer = audience.Attend(By("one", one, null, "anne", "bruno"), without, Book.Structures);
        Assert.Equal(["bruno"], answer.Refused.ToArray());
        Assert.Equal(["anne"], Names(answer));
    }

    [Fact]
    public void An_account_that_is_disabled_is_refused_at_the_next_turn()
    {
        Attend("one", one, "anne", "bruno");
        accounts.Replace([Anne]);
        var answer = Attend("one", one, "anne", "bruno");
        Assert.Equal(["bruno"], answer.Refused.ToArray());
        Assert.Equal(["anne"], Names(answer));
    }

    [Fact]
    public void A_grain_that_just_woke_up_says_that_it_may_not_know_everybody()
    {
        Assert.False(Attend("one", one, "anne").Presence.IsComplete);
        time.Advance(Attendance.Renewal + TimeSpan.FromMilliseconds(1));
        Assert.True(Attend("one", one, "anne").Presence.IsComplete);
    }

    private AudienceView Attend(string replica, Observer observer, params ImmutableArray<string> people) =>
        audience.Attend(By(replica, observer, null, people), Shared.State, Book.Structures);

    private static Attendance By(string replica, Observer observer, int? known, params ImmutableArray<string> people) =>
        new() { Replica = replica, Observer = observer, People = people, KnownComments = known };

    private static string[] Names(AudienceView answer) => Names(answer.Presence);

    private static string[] Names(Presence presence) =>
        [.. presence.People.Select(person => person.Name == Anne.DisplayName ? "anne" : person.Name == Bruno.DisplayName ? "bruno" : "?")];

    private sealed class Observer : IAudienceObserver
    {
        public List<Hint> Heard { get; } = [];

        public Task Hear(Hint hint)
        {
            Heard.Add(hint);
            return Task.CompletedTask;
        }
    }
}
