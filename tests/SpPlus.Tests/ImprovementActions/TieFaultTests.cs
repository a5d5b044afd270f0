using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Silo.ImprovementActions;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Infrastructure;
using SpPlus.Tests.Projections;
using Xunit;

namespace SpPlus.Tests.ImprovementActions;

/// <summary>Between an action's fact and its authors' mails something dies: nobody is forgotten, and nobody is told twice.</summary>
public sealed class TieFaultTests(FaultySilo shared) : IClassFixture<FaultySilo>
{
    private const string Caf = "caf-gironde";

    [Fact]
    public async Task A_publication_whose_answer_was_lost_is_one_action_when_it_is_sent_again()
    {
        var (action, agent, publication) = (OneAction.New(shared.Silo), await Agent(), NewAction.Publication(Caf, await Public()));
        shared.Journal.LoseNextAnswer(action.Id);
        await Assert.ThrowsAnyAsync<Exception>(() => action.Grain.Execute(publication, agent));
        Assert.Equal(1, (await action.Accepted(publication, agent)).Version);
        await OneAction.Told(shared.Silo);
        Assert.Equal(1, await action.Facts());
    }

    [Fact]
    public async Task A_publication_that_PostgreSQL_did_not_take_changes_nothing_and_may_be_sent_again()
    {
        var (action, agent, publication) = (OneAction.New(shared.Silo), await Agent(), NewAction.Publication(Caf, await Public()));
        shared.Journal.RefuseNext(action.Id);
        Assert.Equal(Refusal.Unavailable, await action.Refused(publication, agent));
        Assert.Null(await action.Grain.View(agent));
        await action.Accepted(publication, agent);
    }

    [Fact]
    public async Task A_teller_that_died_after_an_experience_had_heard_tells_it_again_and_nothing_is_recorded_twice()
    {
        var (action, agent, experience) = (OneAction.New(shared.Silo), await Agent(), await Public());
        await action.Accepted(NewAction.Publication(Caf, experience), agent);
        await OneAction.Told(shared.Silo);
        // As it was before the row went: the experience has heard, and the queue does not know.
        await Queue(action, experience);
        await OneAction.Told(shared.Silo);
        Assert.Equal(1, await action.Facts());
        Assert.Equal([$"({experience},1)"], await action.Mails());
    }

    [Fact]
    public async Task An_experience_whose_answer_was_lost_hears_it_again_and_records_it_once()
    {
        var (action, experience) = (OneAction.New(shared.Silo), await Public());
        var tie = new ActionTie
        {
            Action = action.Id, Structure = TestReference.Id(Caf), Title = NewAction.Title, State = ImprovementActionState.Committed, ActorKind = HistoryActor.System,
        };
        var grain = shared.Silo.Grains.GetGrain<ITiedExperienceGrain>(experience.Value);
        shared.Journal.LoseNextAnswer(experience);
        await Assert.ThrowsAnyAsync<Exception>(() => grain.Hear(tie));
        Assert.True(await grain.Hear(tie));
        Assert.Equal(1, await action.Facts());
        shared.Journal.RefuseNext(experience);
        Assert.False(await grain.Hear(tie with { State = ImprovementActionState.Done }));
        Assert.True(await grain.Hear(tie with { State = ImprovementActionState.Done }));
        Assert.Equal(2, await action.Facts());
    }

    [Fact]
    public async Task A_replay_of_all_projections_from_zero_tells_every_experience_again_and_writes_to_nobody_twice()
    {
        var (action, agent, one, two) = (OneAction.New(shared.Silo), await Agent(), await Public(), await Public());
        await action.Accepted(NewAction.Publication(Caf, one), agent);
        await action.Accepted(NewAction.Ties(two), agent);
        await action.Accepted(NewAction.Completion(1, new(2026, 1, 15)), agent);
        await OneAction.Told(shared.Silo);
        var (facts, mails, rows) = (await action.Facts(), await action.Mails(), await Rows());
        Assert.Equal(2, mails.Count(m => m.EndsWith(",2)", StringComparison.Ordinal)));

        await ProjectionsUnderTest.Forget(shared.Silo.Database);
        await OneAction.Told(shared.Silo);
        Assert.Equal(facts, await action.Facts());
        Assert.Equal(mails, await action.Mails());
        Assert.Equal(rows, await Rows());

        Task<List<string>> Rows() => shared.Silo.Database.Rows($"select * from read.improvement_ties where action = '{action.Id}' order by experience");
    }

    [Fact]
    public async Task What_a_silo_left_undone_the_next_one_does()
    {
        var first = await SiloUnderTest.Start();
        var caller = await first.Account(Profile.SuperAgent, Caf);
        var moderator = await first.Account(Profile.Moderator, "ditp");
        var key = SubmissionKey.New();
        var experience = new OneExperience(first, SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        await experience.Accepted(Experiences.Decisions.New.Submission() with { OperationId = SubmissionKey.OperationId(key), TrackingToken = experience.Token }, Caller.Anonymous);
        await experience.Accepted(Experiences.Decisions.New.Publication(Caf), moderator);
        await first.Projected();
        var action = OneAction.New(first);
        await action.Accepted(NewAction.Publication(Caf, experience.Id), caller);
        await first.DisposeAsync();

        await using var second = await SiloUnderTest.Start(first.ConnectionString);
        await OneAction.Told(second);
        Assert.Equal([$"({experience.Id},1)"], await (action with { Silo = second }).Mails());
    }

    private Task<Caller> Agent() => shared.Silo.Account(Profile.SuperAgent, Caf);

    private async Task<ExperienceId> Public()
    {
        var key = SubmissionKey.New();
        var one = new OneExperience(shared.Silo, SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        await one.Accepted(Experiences.Decisions.New.Submission() with { OperationId = SubmissionKey.OperationId(key), TrackingToken = one.Token }, Caller.Anonymous);
        await one.Accepted(Experiences.Decisions.New.Publication(Caf), shared.Moderator);
        await shared.Silo.Projected();
        return one.Id;
    }

    private Task Queue(OneAction action, ExperienceId experience) => shared.Silo.Database.Execute(
        $"insert into improvement.ties_to_tell (action, experience, state, sequence) values ('{action.Id}', '{experience}', 1, 1)");
}
