using Orleans.Core.Internal;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using SpPlus.Tests.Projections;
using Xunit;
using Xunit.Abstractions;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.Privacy.Erasure;

public sealed class ErasureTests(SharedSilo shared, ITestOutputHelper output) : IClassFixture<SharedSilo>
{
    private const string Caf = "caf-gironde";
    private const string Cpam = "cpam-gironde";

    [Fact]
    public async Task After_an_erasure_no_row_of_any_table_holds_the_text_the_address_or_what_others_wrote()
    {
        var secret = "zyxerase" + Guid.NewGuid().ToString("n")[..8];
        var one = await Lived(secret);
        var places = new EveryPlace(shared.Silo.Database);
        var before = await places.Holding(secret);
        output.WriteLine($"Before: {string.Join(", ", before)}");
        Assert.Superset(
            new HashSet<string> { "journal.facts.body", "read.experiences.title", "read.experiences.story", "read.experiences.words", "read.responses.response", "read.transfers.reason", "orleans.grain_state.payload" },
            before.ToHashSet());

        await one.Accepted(new EraseExperience { OperationId = Guid.NewGuid() }, one.Author);
        await shared.Silo.Erased();

        var after = await places.Holding(secret, one.Token);
        output.WriteLine($"Searched {places.Searched} columns, {places.Values} values: {after.Count} hold a word.");
        Assert.Empty(after);
        Assert.True(places.Searched > 100);
    }

    [Fact]
    public async Task After_a_withdrawal_no_row_of_any_table_holds_what_the_author_wrote_and_agents_keep_their_words()
    {
        var (secret, theirs) = ("zyxwithdraw" + Guid.NewGuid().ToString("n")[..8], "zyxagents" + Guid.NewGuid().ToString("n")[..8]);
        var one = await Lived(secret, theirs);

        await one.Accepted(New.Withdraw(), one.Author);
        await shared.Silo.Erased();

        var places = new EveryPlace(shared.Silo.Database);
        Assert.Empty(await places.Holding(secret, one.Token));
        Assert.NotEmpty(await places.Holding(theirs));
        await one.Accepted(new EraseExperience { OperationId = Guid.NewGuid() }, one.Author);
        await shared.Silo.Erased();
        Assert.Empty(await places.Holding(theirs));
    }

    [Fact]
    public async Task What_is_left_is_the_same_after_another_activation_and_after_a_replay_of_everything()
    {
        var one = await Lived("zyxreplay" + Guid.NewGuid().ToString("n")[..8]);
        await one.Accepted(new EraseExperience { OperationId = Guid.NewGuid() }, one.Author);
        await shared.Silo.Erased();
        var (view, rows) = (await one.Grain.View(shared.Moderator), await Rows(one));

        await one.Grain.AsReference<IGrainManagementExtension>().DeactivateOnIdle();
        Assert.Equivalent(view, await one.Grain.View(shared.Moderator), strict: true);

        await ProjectionsUnderTest.Forget(shared.Silo.Database);
        await shared.Silo.Erased();
        Assert.Equal(rows, await Rows(one));
    }

    [Fact]
    public async Task The_history_says_once_how_much_was_erased_however_often_it_is_done()
    {
        var one = await Lived("zyxtrace" + Guid.NewGuid().ToString("n")[..8]);
        var erase = new EraseExperience { OperationId = Guid.NewGuid() };
        await one.Accepted(erase, one.Author);
        await one.Accepted(erase, one.Author);
        await one.Accepted(erase with { OperationId = Guid.NewGuid() }, one.Author);
        await shared.Silo.Erased();
        await shared.Silo.Database.Execute($"insert into privacy.erasures (experience, reach, sequence) values ('{one.Id}', 3, 1000000)");
        await shared.Silo.Erased();

        var history = (await one.Grain.History(shared.Moderator))!.Value;
        var trace = Assert.Single(history, e => e.Kind == "words-erased");
        Assert.Equal(HistoryActor.System, trace.Actor);
        Assert.True(int.Parse(trace.Detail!, null) > 8, trace.Detail);
        Assert.Single(history, e => e.Kind == "erasure-asked");
        Assert.Equal(Refusal.NotFound, await one.Refused(new EraseExperience { OperationId = Guid.NewGuid() }, Caller.Author("un autre lien, tout à fait faux")));
    }

    [Fact]
    public async Task An_erasure_that_cannot_be_done_holds_no_other_back()
    {
        await shared.Silo.Database.Execute("insert into privacy.erasures (experience, reach, sequence, queued_at) values ('00000-00000', 3, 1, '2000-01-01')");
        var one = await Lived("zyxbehind" + Guid.NewGuid().ToString("n")[..8]);
        await one.Accepted(new EraseExperience { OperationId = Guid.NewGuid() }, one.Author);

        await shared.Silo.Erased(but: "00000-00000");

        Assert.NotNull((await one.Grain.Track(one.Author))!.ErasedAt);
        await shared.Silo.Database.Execute("delete from privacy.erasures where experience = '00000-00000'");
    }

    private async Task<List<string>> Rows(OneExperience one) =>
    [
        .. await shared.Silo.Database.Rows($"select * from read.experiences where id = '{one.Id}'"),
        .. await shared.Silo.Database.Rows($"select * from read.standings where experience = '{one.Id}' order by structure"),
        .. await shared.Silo.Database.Rows($"select * from read.responses where experience = '{one.Id}' order by structure"),
    ];

    /// <summary>An experience with words of its author and of others in every place that there is.</summary>
    private async Task<OneExperience> Lived(string secret, string? theirs = null)
    {
        theirs ??= secret;
        var key = SubmissionKey.New();
        var one = new OneExperience(shared.Silo, SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        var agent = await shared.Silo.Account(Profile.SuperAgent, Caf);
        var other = await shared.Silo.Account(Profile.SuperAgent, Cpam);
        await one.Accepted(
            New.Submission() with
            {
                OperationId = SubmissionKey.OperationId(key), TrackingToken = one.Token, Title = "Un titre " + secret, Pseudonym = secret,
                Story = $"Un récit assez long pour être envoyé, où se cache {secret} parmi les autres mots.", Email = secret + "@exemple.fr", Procedure = secret,
            },
            Caller.Anonymous);
        await one.Accepted(
            New.ModeratedPublication(Caf, Cpam) with
            {
                Title = "Un titre modéré " + secret, Story = $"Un récit assez long pour être publié, où se cache {secret} parmi les autres mots.",
                Pseudonym = secret, Procedure = secret, Words = secret,
            },
            shared.Moderator);
        await one.Accepted(New.Draft(Caf, 0, new() { Text = theirs }), agent);
        await one.Accepted(New.Validation(Caf, 1, new() { Text = theirs + " encore" }), agent);
        await one.Accepted(New.SendBack(Caf, 2) with { Word = theirs }, await shared.Silo.Account(Profile.NetworkAdministrator, "cnaf"));
        await one.Accepted(New.Validation(Caf, 3, new() { Text = theirs + " enfin" }), agent);
        await one.Accepted(New.Response(Caf, 4, new() { Text = theirs + " enfin" }), await shared.Silo.Account(Profile.NetworkAdministrator, "cnaf"));
        await one.Accepted(New.Evaluation(Caf) with { Words = secret }, one.Author);
        await one.Accepted(New.Transfer(Cpam, 0, "cpam-herault", theirs), other);
        for (var i = 0; i < 70; i++) await one.Accepted(New.Comment($"Commentaire {i} {theirs}"), agent);
        Assert.Equal(Refusal.None, await one.Grain.Keep(new() { Structure = Id(Caf), Version = 5, Response = new() { Text = theirs + " en cours" } }, agent));
        await one.Grain.View(shared.Moderator);
        await shared.Silo.Projected();
        return one;
    }
}
