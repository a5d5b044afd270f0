using Orleans.Core.Internal;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.ImprovementActions;

public sealed class ImprovementActionGrainTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    private const string Caf = "caf-gironde";

    [Fact]
    public async Task Tied_experiences_know_the_action_and_its_agents_see_who_was_told()
    {
        var (one, two, agent) = (await Public(Caf), await Public(Caf, "cpam-gironde"), await SuperAgent());
        var action = OneAction.New(shared.Silo);
        await action.Accepted(NewAction.Publication(Caf, one.Id, two.Id), agent);
        await OneAction.Told(shared.Silo);

        var view = (await action.Grain.View(agent))!;
        Assert.Equal([ImprovementActionState.Committed, ImprovementActionState.Committed], view.Experiences.Select(e => e.Told));
        Assert.Equal(ImprovementActionActions.Read | ImprovementActionActions.Amend | ImprovementActionActions.Complete | ImprovementActionActions.Tie, view.Actions);
        var entry = (await one.Grain.History(agent))!.Value[^1];
        Assert.Equal(("improvement-action-tied", "Anne M.", NewAction.Title), (entry.Kind, entry.By, entry.Detail));
        Assert.Equal(action.Id, Assert.Single((await two.Grain.Track(two.Author))!.ImprovementActions).Id);
        Assert.Equal(action.Id, Assert.Single((await one.Grain.View(agent))!.ImprovementActions).Id);
        Assert.Null(await action.Grain.View(await shared.Silo.Account(Profile.SuperAgent, "caf-paris")));
        Assert.Null(await action.Grain.View(Caller.Anonymous));
    }

    [Fact]
    public async Task An_action_of_the_network_is_tied_to_an_experience_of_a_structure_below_it_and_to_nobody_else_s()
    {
        var (own, other, agent) = (await Public(Caf), await Public("cpam-gironde"), await SuperAgent("cnaf"));
        var action = OneAction.New(shared.Silo);
        Assert.Equal(Refusal.Invalid, await action.Refused(NewAction.Publication("cnaf", own.Id, other.Id), agent));
        await action.Accepted(NewAction.Publication("cnaf", own.Id), agent);
        Assert.Equal(Refusal.Invalid, await action.Refused(NewAction.Ties(other.Id), agent));
        Assert.Equal(Refusal.NotFound, await action.Refused(NewAction.Ties(own.Id), await SuperAgent()));
    }

    [Fact]
    public async Task Of_two_agents_who_change_it_at_once_one_is_told_by_whom_and_loses_nothing()
    {
        var (one, two, anne, bruno) = (await Public(Caf), await Public(Caf), await SuperAgent(), await SuperAgent(name: "Bruno P."));
        var action = OneAction.New(shared.Silo);
        await action.Accepted(NewAction.Publication(Caf, one.Id), anne);
        var results = await Task.WhenAll(
            action.Grain.Execute(NewAction.Amendment(1, "Le titre d’Anne"), anne), action.Grain.Execute(NewAction.Amendment(1, "Le titre de Bruno"), bruno),
            action.Grain.Execute(NewAction.Ties(two.Id), anne), action.Grain.Execute(NewAction.Ties(two.Id), bruno));
        Assert.Equal([Refusal.None, Refusal.StaleVersion], results[..2].Select(r => r.Refusal).Order());
        Assert.Equal([2, 2], results[..2].Select(r => r.Version));
        Assert.All(results[2..], r => Assert.True(r.Accepted));
        var view = (await action.Grain.View(anne))!;
        Assert.Equal(results[0].Accepted ? ("Le titre d’Anne", "Anne M.") : ("Le titre de Bruno", "Bruno P."), (view.Title, view.ChangedBy));
        Assert.Equal([one.Id, two.Id], view.Experiences.Select(e => e.Id));
    }

    [Fact]
    public async Task The_same_command_twice_is_one_and_an_experience_tied_twice_is_told_once()
    {
        var (one, agent) = (await Public(Caf), await SuperAgent());
        var action = OneAction.New(shared.Silo);
        var publication = NewAction.Publication(Caf, one.Id);
        await action.Accepted(publication, agent);
        Assert.Equal(1, (await action.Accepted(publication, agent)).Version);
        Assert.Equal(Refusal.WrongStatus, await action.Refused(publication with { OperationId = Guid.NewGuid() }, agent));
        await action.Accepted(NewAction.Ties(one.Id), agent);
        await OneAction.Told(shared.Silo);
        Assert.Equal(1, await action.Facts());
        Assert.Equal([$"({one.Id},1)"], await action.Mails());
    }

    [Fact]
    public async Task Experiences_that_are_withdrawn_or_unpublished_are_skipped_and_shown_nowhere()
    {
        var (kept, withdrawn, unpublished, agent) = (await Public(Caf), await Public(Caf), await Public(Caf), await SuperAgent());
        var action = OneAction.New(shared.Silo);
        await action.Accepted(NewAction.Publication(Caf, kept.Id, withdrawn.Id, unpublished.Id), agent);
        await OneAction.Told(shared.Silo);
        await withdrawn.Accepted(New.Withdraw(), withdrawn.Author);
        await unpublished.Accepted(New.Unpublication(), shared.Moderator);
        await action.Accepted(NewAction.Completion(1, ADay), agent);
        await OneAction.Told(shared.Silo);

        Assert.Equal([$"({kept.Id},1)", $"({kept.Id},2)"], (await action.Mails()).Where(m => m.Contains(kept.Id.Value, StringComparison.Ordinal)));
        Assert.Equal(4, await action.Facts());
        Assert.Equal([true, false, false], (await action.Grain.View(agent))!.Experiences.Select(e => e.Title is not null));
        Assert.Equal(Refusal.Invalid, await OneAction.New(shared.Silo).Refused(NewAction.Publication(Caf, withdrawn.Id), agent));
    }

    [Fact]
    public async Task Five_hundred_experiences_of_one_action_are_told_once_each()
    {
        var agent = await SuperAgent("cpam-gironde");
        var all = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => shared.Published("cpam-gironde")));
        await shared.Silo.Projected();
        var action = OneAction.New(shared.Silo);
        await action.Accepted(NewAction.DonePublication("cpam-gironde", ADay, [.. all.Select(e => e.Id)]), agent);
        await OneAction.Told(shared.Silo);
        Assert.Equal(500, await action.Facts());
        Assert.Equal(500, (await action.Mails()).Count);
        Assert.All((await action.Grain.View(agent))!.Experiences, e => Assert.Equal(ImprovementActionState.Done, e.Told));
    }

    [Fact]
    public async Task A_new_activation_knows_what_the_one_before_recorded()
    {
        var (one, agent) = (await Public(Caf), await SuperAgent());
        var action = OneAction.New(shared.Silo);
        var publication = NewAction.Publication(Caf, one.Id);
        await action.Accepted(publication, agent);
        await action.Accepted(NewAction.Amendment(1), agent);
        await action.Grain.Cast<IGrainManagementExtension>().DeactivateOnIdle();
        Assert.Equal(1, (await action.Accepted(publication, agent)).Version);
        Assert.Equal(("Un titre plus court", 2), ((await action.Grain.View(agent))!.Title, (await action.Grain.View(agent))!.Version));
    }

    [Fact]
    public async Task Authors_answers_are_counted_for_agents_once_each_and_as_they_stand()
    {
        var (one, two, gone, agent) = (await Public(Caf), await Public(Caf), await Public(Caf), await SuperAgent());
        var action = OneAction.New(shared.Silo);
        await action.Accepted(NewAction.DonePublication(Caf, new(2025, 1, 1), one.Id, two.Id, gone.Id), agent);
        await OneAction.Told(shared.Silo);
        await one.Accepted(Answer(action, ImprovementActionAnswer.NotTrue), one.Author);
        await one.Accepted(Answer(action, ImprovementActionAnswer.True), one.Author);
        await two.Accepted(Answer(action, ImprovementActionAnswer.NotTrue), two.Author);
        await gone.Accepted(Answer(action, ImprovementActionAnswer.NotTrue), gone.Author);
        await gone.Accepted(New.Withdraw(), gone.Author);
        Assert.Equal(Refusal.NotFound, await one.Refused(Answer(action, ImprovementActionAnswer.True), two.Author));
        await shared.Silo.Projected();
        var view = (await action.Grain.View(agent))!;
        Assert.Equal((1, 1), (view.Confirmed, view.Contradicted));
        Assert.Equal(ImprovementActionAnswer.True, Assert.Single((await one.Grain.Track(one.Author))!.ImprovementActions).Answer);
    }

    [Fact]
    public async Task Agents_list_the_actions_of_their_structures_and_no_other()
    {
        var (one, agent, network) = (await Public("sip-libourne"), await SuperAgent("sip-libourne"), await SuperAgent("dgfip"));
        var action = OneAction.New(shared.Silo);
        await action.Accepted(NewAction.Publication("sip-libourne", one.Id), agent);
        await OneAction.Told(shared.Silo);
        var lists = shared.Silo.Grains.GetGrain<IImprovementActionsGrain>(0);
        var item = Assert.Single((await lists.List(new() { Experience = one.Id }, agent))!.Items);
        Assert.Equal((action.Id, 1, true), (item.Id, item.Experiences, item.IsTied));
        Assert.Contains((await lists.List(new(), network))!.Items, i => i.Id == action.Id);
        Assert.Empty((await lists.List(new() { Structure = Contracts.Structures.StructureId.Parse("sip-libourne") }, await SuperAgent()))!.Items);
        Assert.Null(await lists.List(new(), Caller.Anonymous));
    }

    private static readonly DateOnly ADay = new(2026, 1, 15);

    private static EvaluateImprovementAction Answer(OneAction action, ImprovementActionAnswer answer) =>
        new() { OperationId = Guid.NewGuid(), Action = action.Id, Answer = answer };

    private Task<Caller> SuperAgent(string structure = Caf, string name = "Anne M.") => shared.Silo.Account(Profile.SuperAgent, structure, name);

    /// <summary>Also in the read model: what may be tied is read from there.</summary>
    private async Task<OneExperience> Public(params string[] structures)
    {
        var one = await shared.Published(structures);
        await shared.Silo.Projected();
        return one;
    }
}
