using Orleans.Core.Internal;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Journal;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using SpPlus.Tests.Journal;
using Xunit;

namespace SpPlus.Tests.Experiences;

public sealed class GrainFaultTests(FaultySilo shared) : IClassFixture<FaultySilo>
{
    private const string Caf = "caf-gironde";

    [Fact]
    public async Task A_command_whose_answer_was_lost_is_applied_once_when_it_is_sent_again()
    {
        var (one, agent) = await Published();
        var (command, next) = (New.Draft(Caf, 0, An.Text("Un")), New.Draft(Caf, 1, An.Text("Deux")));
        shared.Journal.LoseNextAnswer(one.Id);
        await Assert.ThrowsAnyAsync<Exception>(() => one.Grain.Execute(command, agent));
        Assert.Equal(1, (await one.Accepted(command, agent)).Version);
        await one.Accepted(next, agent);
        Assert.Equal("Deux", (await one.Grain.View(agent))!.Standings[0].Draft!.Response.Text);
        Assert.Equal(2, (await one.Grain.History(agent))!.Value.Count(e => e.Kind == "draft-saved"));
    }

    [Fact]
    public async Task A_command_sent_again_late_is_answered_as_the_first_time_so_that_nobody_writes_over_what_came_between()
    {
        var (one, agent) = await Published();
        var first = New.Draft(Caf, 0, An.Text("D’Anne"));
        await one.Accepted(first, agent);
        await one.Accepted(New.Draft(Caf, 1, An.Text("De Bruno")), agent);

        var again = await one.Accepted(first, agent);
        Assert.Equal(1, again.Version);
        Assert.Equal(Refusal.StaleVersion, await one.Refused(New.Draft(Caf, again.Version, An.Text("D’Anne, la suite")), agent));
    }

    [Fact]
    public async Task What_waits_behind_a_lost_answer_is_decided_on_what_PostgreSQL_holds()
    {
        var (one, agent) = await Published();
        shared.Journal.LoseNextAnswer(one.Id);
        var drafts = Enumerable.Range(0, 8).Select(i => New.Draft(Caf, 0, An.Text($"n° {i}"))).ToArray();
        var outcomes = await Task.WhenAll(drafts.Select(async draft =>
        {
            try
            {
                return (await one.Grain.Execute(draft, agent)).Refusal.ToString();
            }
            catch (Exception)
            {
                return "unknown";
            }
        }));
        Assert.Single(outcomes, o => o == "unknown");
        Assert.Equal(7, outcomes.Count(o => o == nameof(Refusal.StaleVersion)));
        Assert.Single((await one.Grain.History(agent))!.Value, e => e.Kind == "draft-saved");
    }

    [Fact]
    public async Task A_refused_append_changes_nothing_and_the_same_page_may_be_sent_again()
    {
        var (one, agent) = await Published();
        var command = New.Draft(Caf, 0);
        shared.Journal.RefuseNext(one.Id);
        Assert.Equal(Refusal.Unavailable, await one.Refused(command, agent));
        Assert.Null((await one.Grain.View(agent))!.Standings[0].Draft);
        Assert.Equal(1, (await one.Accepted(command, agent)).Version);
    }

    [Fact]
    public async Task An_activation_that_another_one_has_overtaken_gives_way_to_the_truth()
    {
        var (one, agent) = await Published();
        var view = (await one.Grain.View(agent))!;
        var sequence = (await one.Grain.History(agent))!.Value.Length;
        var other = JournalUnderTest.Comments(one.Id, sequence, "Une autre activation est passée");
        Assert.Equal(AppendOutcome.Recorded, await shared.Journal.Append(other));

        var comment = New.Comment("Par-dessus ?");
        await Assert.ThrowsAnyAsync<Exception>(() => one.Grain.Execute(comment, agent));
        await one.Accepted(comment, agent);
        Assert.Equal(view.CommentCount + 2, (await one.Grain.View(agent))!.CommentCount);
    }

    [Fact]
    public async Task A_snapshot_that_cannot_be_read_or_is_of_another_format_costs_a_replay_and_nothing_else()
    {
        var (one, agent) = await Published();
        for (var i = 0; i < 70; i++) await one.Accepted(New.Comment($"n° {i}"), agent);
        await Deactivate();
        Assert.StartsWith($"{{\"format\":{ExperienceSnapshot.CurrentFormat},\"experience\":{{\"sequence\":", await Snapshot(), StringComparison.Ordinal);
        var count = 70;
        foreach (var broken in new[] { $"{{\"experience\":{{\"comments\":[{{}}]}},\"format\":{ExperienceSnapshot.CurrentFormat}}}", "{\"experience\":{\"sequence\":900},\"format\":99}", "{}" })
        {
            await shared.Silo.Database.Execute($"update orleans.grain_state set payload = '{broken}'::text::bytea where ext = '{one.Id}' and state = 'experience'");
            Assert.Equal(count, (await one.Grain.View(agent))!.CommentCount);
            await one.Accepted(New.Comment($"n° {count++}"), agent);
            await Deactivate();
        }

        async Task Deactivate() => await one.Grain.AsReference<IGrainManagementExtension>().DeactivateOnIdle();

        Task<string> Snapshot() => shared.Silo.Database.Scalar<string>(
            $"select convert_from(payload, 'UTF8') from orleans.grain_state where ext = '{one.Id}' and state = 'experience'");
    }

    [Fact]
    public async Task What_comes_during_an_append_shares_the_next_one()
    {
        var (one, agent) = await Published();
        var held = shared.Journal.Hold();
        var comments = Enumerable.Range(0, 20).Select(i => one.Accepted(New.Comment($"n° {i}"), agent)).ToArray();
        // A command sent after the others has been taken up once a query that was sent after it is answered.
        await one.Grain.View(agent);
        held.SetResult();
        await Task.WhenAll(comments);
        Assert.Equal(20, shared.Journal.Appends.Sum());
        Assert.InRange(shared.Journal.Appends.Count, 2, 4);
        Assert.Equal(20, (await one.Grain.View(agent))!.CommentCount);
    }

    [Fact]
    public async Task When_too_many_wait_for_one_experience_whoever_comes_then_is_told_to_try_again()
    {
        var (one, agent) = await Published();
        var held = shared.Journal.Hold();
        // One is being recorded, the others wait.
        var sent = Enumerable.Range(0, 1 + ExperienceGrain.WaitingLimit + 5).Select(i => one.Grain.Execute(New.Comment($"n° {i}"), agent)).ToArray();
        await one.Grain.View(agent);
        held.SetResult();
        var results = await Task.WhenAll(sent);
        Assert.Equal(5, results.Count(r => r.Refusal == Refusal.Unavailable));
        Assert.Equal(1 + ExperienceGrain.WaitingLimit, results.Count(r => r.Accepted));
        Assert.Equal(1 + ExperienceGrain.WaitingLimit, (await one.Grain.View(agent))!.CommentCount);
    }

    [Fact]
    public async Task Rows_that_PostgreSQL_refuses_fail_their_own_command_and_no_other_that_came_with_it()
    {
        var (one, agent) = await Published();
        var commands = Enumerable.Range(0, 20).Select(i => New.Comment($"n° {i}")).ToArray();
        var held = shared.Journal.Hold();
        shared.Journal.Poison(commands[10].OperationId);
        var sent = commands.Select(command => one.Grain.Execute(command, agent)).ToArray();
        await one.Grain.View(agent);
        held.SetResult();
        await Assert.ThrowsAnyAsync<Exception>(() => sent[10]);
        foreach (var result in await Task.WhenAll(sent.Where((_, i) => i != 10))) Assert.True(result.Accepted);
        Assert.Equal(19, (await one.Grain.View(agent))!.CommentCount);
    }

    [Fact]
    public async Task Commands_that_come_together_are_decided_one_on_the_other()
    {
        var (one, agent) = await Published();
        var held = shared.Journal.Hold();
        var first = one.Grain.Execute(New.Comment("Avant"), agent);
        var drafts = Enumerable.Range(0, 8).Select(i => one.Grain.Execute(New.Draft(Caf, 0, An.Text($"n° {i}")), agent)).ToArray();
        await one.Grain.View(agent);
        held.SetResult();
        Assert.True((await first).Accepted);
        var results = await Task.WhenAll(drafts);
        Assert.Single(results, r => r.Accepted);
        Assert.Equal(7, results.Count(r => r is { Refusal: Refusal.StaleVersion, Version: 1 }));
    }

    private async Task<(OneExperience, Caller)> Published()
    {
        var key = SubmissionKey.New();
        var one = new OneExperience(shared.Silo, SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        await one.Accepted(New.Submission() with { OperationId = SubmissionKey.OperationId(key), TrackingToken = one.Token }, Caller.Anonymous);
        await one.Accepted(New.Publication(Caf), shared.Moderator);
        return (one, shared.Agent);
    }
}
