using SpPlus.Contracts.Audience;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Live;
using Xunit;

namespace SpPlus.Tests.Live;

public sealed class LiveRoomTests
{
    private static readonly ExperienceId Id = ExperienceId.From("a room");

    private readonly ScriptedAudiences grains = new();

    [Fact]
    public async Task A_comment_is_one_event_in_the_language_of_each_reader()
    {
        await using var web = await WebReplica.Start(grains);
        var (one, two) = (await web.Opened(Id, "anne", new(3, 0)), await web.Opened(Id, "bruno", new(3, 0), "en"));
        await web.Rooms.Hear(Commented(3, "Qui\nrépond <b>?"));
        var (name, data, id) = (await one.Next())!.Value;
        Assert.Equal(("commentaire", "4-1"), (name, id));
        Assert.Contains("répond &lt;b&gt;?", data, StringComparison.Ordinal);
        Assert.Contains("2 mars 2026", data, StringComparison.Ordinal);
        Assert.Contains("2 March 2026", await two.Next("commentaire"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_does_not_keep_up_is_cut_off_and_the_others_miss_nothing()
    {
        await using var web = await WebReplica.Start(grains);
        var slow = new Reader("anne", new(3, 0));
        web.Rooms.Enter(Id, slow.Page);
        Assert.True(await slow.Page.Admitted);
        var quick = await web.Opened(Id, "bruno", new(3, 0));
        for (var comment = 0; comment < 40; comment++)
        {
            await web.Rooms.Hear(Commented(3 + comment, $"n° {comment}"));
            Assert.Contains($"n° {comment}", await quick.Next("commentaire"), StringComparison.Ordinal);
        }

        slow.Reads();
        var read = 0;
        while (await slow.Next() is not null) read++;
        Assert.InRange(read, 1, 32);
    }

    [Fact]
    public async Task Whoever_lost_the_right_to_see_it_is_told_nothing_of_what_came_after()
    {
        await using var web = await WebReplica.Start(grains);
        var (stays, goes) = (await web.Opened(Id, "anne", new(3, 0)), await web.Opened(Id, "bruno", new(3, 0)));
        grains.Answer = _ => Task.FromResult<AudienceView?>(ScriptedAudiences.At(5, Comment(1, "Entre nous")) with { Refused = ["bruno"] });
        await web.Rooms.Hear(new() { Experience = Id, After = 3, Sequence = 4, Changed = true, RightsChanged = true });
        await web.Rooms.Hear(Commented(4, "Entre nous"));

        Assert.Equal("fin", (await goes.Next())!.Value.Name);
        Assert.Null(await goes.Next());
        Assert.Contains("Entre nous", await stays.Next("commentaire"), StringComparison.Ordinal);
        await stays.Next("change");
    }

    [Fact]
    public async Task Somebody_who_may_not_see_it_is_not_let_in()
    {
        grains.Answer = _ => Task.FromResult<AudienceView?>(ScriptedAudiences.At(3) with { Refused = ["bruno"] });
        await using var web = await WebReplica.Start(grains);
        var reader = new Reader("bruno");
        web.Rooms.Enter(Id, reader.Page);
        Assert.False(await reader.Page.Admitted.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_hint_that_was_lost_is_made_up_for_at_the_next_turn()
    {
        await using var web = await WebReplica.Start(grains);
        var reader = await web.Opened(Id, "anne", new(3, 0));
        grains.Answer = _ => Task.FromResult<AudienceView?>(ScriptedAudiences.At(4, Comment(1, "Perdu de vue")));
        web.Turn();
        Assert.Contains("Perdu de vue", await reader.Next("commentaire"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hint_after_a_lost_one_is_not_taken_for_the_whole()
    {
        await using var web = await WebReplica.Start(grains);
        var reader = await web.Opened(Id, "anne", new(3, 0));
        grains.Answer = _ => Task.FromResult<AudienceView?>(ScriptedAudiences.At(5, Comment(1, "Un"), Comment(2, "Deux")));
        await web.Rooms.Hear(Commented(4, "Deux"));
        var comments = await reader.Next("commentaire");
        Assert.Contains("Un", comments, StringComparison.Ordinal);
        Assert.Contains("Deux", comments, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hints_that_find_no_room_while_a_grain_is_asked_are_asked_for()
    {
        await using var web = await WebReplica.Start(grains);
        var reader = await web.Opened(Id, "anne", new(3, 0));
        await grains.Asked();
        var slow = new TaskCompletionSource<AudienceView?>(TaskCreationOptions.RunContinuationsAsynchronously);
        grains.Answer = _ => slow.Task;
        web.Turn();
        await grains.Asked();
        for (var hint = 0; hint < LiveRoom.HintsWaiting; hint++) await web.Rooms.Hear(new() { Experience = Id, After = 2, Sequence = 3, Changed = true });
        await web.Rooms.Hear(Commented(3, "De trop"));

        grains.Answer = _ => Task.FromResult<AudienceView?>(ScriptedAudiences.At(4, Comment(1, "De trop")));
        slow.SetResult(ScriptedAudiences.At(3));
        await grains.Asked();
        Assert.Contains("De trop", await reader.Next("commentaire"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 0, false)]
    [InlineData(2, 0, true)]
    [InlineData(0, 0, true)]
    public async Task A_page_that_comes_from_an_earlier_moment_reads_itself_again(int sequence, int comments, bool changed)
    {
        await using var web = await WebReplica.Start(grains);
        var reader = await web.Opened(Id, "anne", new(sequence, comments));
        await web.Rooms.Hear(Commented(3, "Et voici"));
        Assert.Equal(changed ? "change" : "commentaire", (await reader.Next())!.Value.Name);
    }

    [Fact]
    public async Task While_no_silo_answers_pages_stay_and_those_that_come_are_let_in_once_one_does()
    {
        await using var web = await WebReplica.Start(grains);
        var before = await web.Opened(Id, "anne", new(3, 0));
        await grains.Asked();
        grains.Answer = _ => Task.FromException<AudienceView?>(new TimeoutException());
        var late = new Reader("bruno", new(3, 0));
        web.Rooms.Enter(Id, late.Page);
        await grains.Asked();
        Assert.False(late.Page.Admitted.IsCompleted);

        grains.Answer = _ => Task.FromResult<AudienceView?>(ScriptedAudiences.At(3));
        web.Turn();
        Assert.True(await late.Page.Admitted.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(["anne", "bruno"], await Named());
        await web.Rooms.Hear(Commented(3, "De retour"));
        await before.Next("commentaire");
    }

    [Fact]
    public async Task A_closed_page_is_said_at_once_and_the_last_one_takes_leave()
    {
        await using var web = await WebReplica.Start(grains);
        var (one, two) = (await web.Opened(Id, "anne"), await web.Opened(Id, "bruno"));
        Assert.Equal(["anne"], await Named());
        Assert.Equal(["anne", "bruno"], await Named());
        web.Rooms.Leave(Id, one.Page);
        Assert.Equal(["bruno"], await Named());
        web.Rooms.Leave(Id, two.Page);
        Assert.Empty((await grains.Asked()).People);
    }

    [Fact]
    public async Task Whoever_comes_back_after_the_last_page_has_left_is_let_in()
    {
        await using var web = await WebReplica.Start(grains);
        for (var visit = 0; visit < 3; visit++)
        {
            var reader = await web.Opened(Id, "anne", new(3, 0));
            await grains.Asked();
            web.Rooms.Leave(Id, reader.Page);
            Assert.Empty((await grains.Asked()).People);
        }
    }

    [Fact]
    public async Task People_of_before_stay_while_a_grain_that_just_moved_gathers_them()
    {
        grains.Answer = _ => Task.FromResult<AudienceView?>(ScriptedAudiences.At(3) with { Presence = Of(isComplete: true, "Anne", "Bruno") });
        await using var web = await WebReplica.Start(grains);
        var reader = await web.Opened(Id, "anne", new(3, 0));
        Assert.Contains("Bruno", await reader.Next("presence"), StringComparison.Ordinal);

        grains.Answer = _ => Task.FromResult<AudienceView?>(ScriptedAudiences.At(3) with { Presence = Of(isComplete: false, "Anne", "Zoé") });
        web.Turn();
        var gathered = await reader.Next("presence");
        Assert.Contains("Bruno", gathered, StringComparison.Ordinal);
        Assert.Contains("Zoé", gathered, StringComparison.Ordinal);

        grains.Answer = _ => Task.FromResult<AudienceView?>(ScriptedAudiences.At(3) with { Presence = Of(isComplete: true, "Anne", "Zoé") });
        web.Turn();
        Assert.DoesNotContain("Bruno", await reader.Next("presence"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_process_stops_pages_are_let_go()
    {
        await using var web = await WebReplica.Start(grains);
        var reader = await web.Opened(Id, "anne", new(3, 0));
        web.Rooms.Close();
        Assert.Null(await reader.Next());
    }

    /// <summary>Whom the web names the next time that it asks.</summary>
    private async Task<string[]> Named() => [.. (await grains.Asked()).People];

    private static Hint Commented(int after, string text) =>
        new() { Experience = Id, After = after, Sequence = after + 1, Comments = [Comment(after - 2, text)] };

    private static CommentView Comment(int number, string text) => new()
    {
        Number = number, By = "Anne D.", Structure = StructureId.Parse("caf-gironde"), At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), Text = text,
    };

    private static Presence Of(bool isComplete, params string[] names) => new()
    {
        People = [.. names.Select(name => new PresentPerson { Key = name, Name = name, Structure = StructureId.Parse("caf-gironde") })],
        Count = names.Length,
        IsComplete = isComplete,
    };
}
