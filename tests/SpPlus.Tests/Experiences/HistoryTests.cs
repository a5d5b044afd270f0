using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Experiences;

public sealed class HistoryTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    [Fact]
    public async Task A_long_history_shows_its_end()
    {
        var one = await shared.Published("caf-gironde");
        var agent = await shared.Silo.Account(Profile.Agent, "caf-gironde");
        await Task.WhenAll(Enumerable.Range(0, 250).Select(i => one.Accepted(
            new CommentOnExperience { OperationId = Guid.NewGuid(), Text = $"n° {i}" }, agent)));

        var history = (await one.Grain.History(agent))!.Value;

        Assert.Equal(200, history.Length);
        Assert.Equal(Enumerable.Range(history[0].Sequence, 200), history.Select(entry => entry.Sequence));
        Assert.All(history, entry => Assert.Equal("comment-added", entry.Kind));
    }

    [Fact]
    public async Task It_is_read_page_by_page_without_a_gap()
    {
        var one = await shared.Published("caf-gironde");
        var agent = await shared.Silo.Account(Profile.Agent, "caf-gironde");
        for (var version = 0; version < 5; version++)
        {
            await one.Accepted(New.Draft("caf-gironde", version), agent);
            await one.Accepted(New.Comment($"n° {version}"), agent);
        }

        var (seen, query) = (new List<int>(), new HistoryQuery { Limit = 3 });
        while (true)
        {
            var page = (await one.Grain.HistoryPage(query, agent))!;
            seen.InsertRange(0, page.Entries.Select(e => e.Sequence));
            if (page.Older is not { } older) break;
            query = query with { Before = older };
        }

        var last = (await one.Grain.View(agent))!.Sequence;
        Assert.Equal(Enumerable.Range(1, last), seen);
    }

    [Fact]
    public async Task It_is_filtered_by_kind_and_by_structure()
    {
        var one = await shared.Published("caf-gironde", "cpam-gironde");
        var agent = await shared.Silo.Account(Profile.Agent, "caf-gironde");
        var other = await shared.Silo.Account(Profile.Agent, "cpam-gironde");
        await one.Accepted(New.Draft("caf-gironde", 0), agent);
        await one.Accepted(New.Comment(), agent);
        await one.Accepted(New.Draft("cpam-gironde", 0), other);
        await one.Accepted(New.GeneralTags(0, "relation"), agent);

        Assert.Equal(["comment-added"], await Kinds(one, new() { Group = HistoryGroup.Comments }, agent));
        Assert.Equal(["general-tags-qualified"], await Kinds(one, new() { Group = HistoryGroup.Qualification }, agent));
        Assert.Equal(["draft-saved", "draft-saved"], await Kinds(one, new() { Group = HistoryGroup.Responses }, agent));
        Assert.Equal(["structure-attached", "structure-attached"], await Kinds(one, new() { Group = HistoryGroup.Attachment }, agent));
        Assert.Equal(["structure-attached", "draft-saved"], await Kinds(one, new() { Structure = TestReference.Id("cpam-gironde") }, agent));
        Assert.Null(await one.Grain.HistoryPage(new(), await shared.Silo.Account(Profile.Agent, "caf-paris")));
    }

    [Fact]
    public async Task Each_thing_says_what_was_before_and_after_and_a_draft_s_words_stay_with_its_readers()
    {
        var one = await shared.Published("caf-gironde", "cpam-gironde");
        var agent = await shared.Silo.Account(Profile.Agent, "caf-gironde");
        await one.Accepted(New.Draft("caf-gironde", 0, An.Text("Bonjour")), agent);
        await one.Accepted(New.Draft("caf-gironde", 1, An.Text("Bonsoir")), agent);
        await one.Accepted(New.GeneralTags(0, "relation"), agent);
        await one.Accepted(New.GeneralTags(1, "relation", "accessibility"), agent);

        var own = await Changes(one, agent);
        Assert.Contains(own, c => c is { Part: HistoryPart.ResponseStatus, Before: ["ToDo"], After: ["Draft"] });
        Assert.Contains(own, c => c.Part == HistoryPart.Draft && c.Before is [var before] && before.Contains("Bonjour", StringComparison.Ordinal)
            && c.After is [var after] && after.Contains("Bonsoir", StringComparison.Ordinal));
        Assert.Contains(own, c => c is { Part: HistoryPart.GeneralTags, Before: ["relation:Negative"], After.Length: 2 });
        Assert.Contains(own, c => c is { Part: HistoryPart.ExperienceStatus, Before: ["Submitted"], After: ["Published"] });

        Assert.Contains(await Changes(one, shared.Moderator), c => c.Part == HistoryPart.Draft);
        Assert.DoesNotContain(await Changes(one, await shared.Silo.Account(Profile.Agent, "cpam-gironde")), c => c.Part == HistoryPart.Draft);
    }

    [Fact]
    public async Task The_text_as_sent_of_a_moderated_experience_is_for_the_DITP_alone()
    {
        var one = await shared.Submitted();
        await one.Accepted(New.ModeratedPublication("caf-gironde") with { Story = "Un récit de plus de cinquante caractères, sans le nom de personne." }, shared.Moderator);

        Assert.Equal(An.Sent.Story, (await one.Grain.View(shared.Moderator))!.Sent!.Story);
        Assert.Null((await one.Grain.View(await shared.Silo.Account(Profile.NetworkAdministrator, "cnaf")))!.Sent);
    }

    private static async Task<IEnumerable<string>> Kinds(OneExperience one, HistoryQuery query, Caller caller) =>
        (await one.Grain.HistoryPage(query, caller))!.Entries.Select(e => e.Kind);

    private static async Task<List<HistoryChange>> Changes(OneExperience one, Caller caller) =>
        [.. (await one.Grain.HistoryPage(new(), caller))!.Entries.SelectMany(e => e.Changes)];
}
