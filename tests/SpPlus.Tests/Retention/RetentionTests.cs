using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Database;
using SpPlus.Silo.Privacy;
using SpPlus.Silo.Privacy.Rotation;
using SpPlus.Silo.Retention;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;
using static SpPlus.Tests.Experiences.TestReference;
using Profile = SpPlus.Contracts.Accounts.Profile;

namespace SpPlus.Tests.Retention;

public sealed class RetentionTests : IAsyncLifetime
{
    private const string Caf = "caf-gironde";

    private readonly AdjustableClock clock = new();
    private SiloUnderTest silo = null!;
    private Caller moderator = null!;

    public async Task InitializeAsync()
    {
        silo = await SiloUnderTest.Start(configure: builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("Retention:DailyCap", "3"), new("Retention:Interval", "1.00:00:00")]);
            builder.Services.AddSingleton<TimeProvider>(clock);
        });
        moderator = await silo.Account(Profile.Moderator, "ditp");
    }

    public async Task DisposeAsync() => await silo.DisposeAsync();

    [Fact]
    public async Task A_sent_text_goes_six_months_after_the_decision_and_not_before()
    {
        var (waiting, published) = (await Submitted(), await Submitted());
        await published.Accepted(New.Publication(Caf), moderator);

        await After(TimeSpan.FromDays(182));
        Assert.NotNull(await SentText(published).Read());

        await After(TimeSpan.FromDays(2));
        Assert.Null(await SentText(published).Read());
        Assert.NotNull(await SentText(waiting).Read());
        Assert.Equal(1, await DestroyedOf("sent-texts"));
    }

    [Fact]
    public async Task An_address_goes_six_months_after_the_last_step_while_one_that_awaits_a_response_stays()
    {
        var (awaiting, answered, rejected) = (await Submitted(), await Submitted(), await Submitted());
        await awaiting.Accepted(New.Publication(Caf), moderator);
        await answered.Accepted(New.Publication(Caf), moderator);
        await answered.Accepted(New.Validation(Caf, 0), await silo.Account(Profile.Agent, Caf));
        await answered.Accepted(New.Response(Caf, 1), await silo.Account(Profile.NetworkAdministrator, "cnaf"));
        await rejected.Accepted(New.Reject(), moderator);

        await After(TimeSpan.FromDays(100));
        Assert.NotNull(await Vault(rejected).Read());

        await After(TimeSpan.FromDays(84));
        Assert.Equal((null, null), (await Vault(answered).Read(), await Vault(rejected).Read()));
        Assert.NotNull(await Vault(awaiting).Read());
        Assert.False((await answered.Grain.Track(answered.Author))!.HasAddress);
        var trace = Assert.Single((await answered.Grain.History(moderator))!.Value, e => e.Kind == "address-forgotten");
        Assert.Equal(HistoryActor.System, trace.Actor);

        await After(TimeSpan.FromDays(600));
        Assert.Null(await Vault(awaiting).Read());
    }

    [Fact]
    public async Task An_address_whose_fact_was_never_recorded_goes_too_and_once()
    {
        var one = await Submitted();
        await one.Accepted(New.Reject(), moderator);
        await one.Accepted(new ForgetAddress { OperationId = Guid.NewGuid() }, one.Author);
        await silo.Erased();
        await Vault(one).Seal(new() { Address = "perdue@exemple.fr", TrackingToken = "jeton" }, 4);

        await After(TimeSpan.FromDays(200));

        Assert.Null(await Vault(one).Read());
        Assert.Equal(1, await DestroyedOf("addresses"));
    }

    [Fact]
    public async Task What_the_read_model_has_not_heard_of_yet_is_not_over()
    {
        const string Carsat = "carsat-aquitaine";
        var one = await Submitted();
        await one.Accepted(New.Publication(Caf), moderator);
        await one.Accepted(New.Validation(Caf, 0), await silo.Account(Profile.Agent, Caf));
        await one.Accepted(New.Response(Caf, 1), await silo.Account(Profile.NetworkAdministrator, "cnaf"));
        await silo.Projected();

        // The projector cannot write any more: what comes now is in the journal alone.
        await silo.Database.Execute("alter table read.responses rename to hidden");
        clock.Advance(TimeSpan.FromDays(150));
        await one.Accepted(New.Routing(1, Caf, Carsat), moderator);
        Assert.Equal(Refusal.None, await one.Grain.Keep(
            new() { Structure = Id(Carsat), Version = 0, Response = new() { Text = "En cours" } }, await silo.Account(Profile.Agent, Carsat)));
        clock.Advance(TimeSpan.FromDays(40));
        await Run();
        Assert.NotNull(await Vault(one).Read());
        Assert.Equal(1L, await silo.Database.Scalar<long>("select count(*) from orleans.grain_state where state = 'kept-texts' and payload is not null"));

        await silo.Database.Execute("alter table read.hidden rename to responses");
        await After(TimeSpan.Zero);
        Assert.NotNull(await Vault(one).Read());
        Assert.Equal(0, await DestroyedOf("addresses") + await DestroyedOf("kept-texts"));
    }

    [Fact]
    public async Task What_was_sealed_for_nothing_goes_after_two_days()
    {
        var one = await Submitted();
        var nobody = new OneExperience(silo, ExperienceId.From("a form that was never sent"), "");
        await SentText(nobody).Seal(new() { Title = "Jamais", Story = "envoyé" });
        await Vault(nobody).Seal(new() { Address = "jamais@exemple.fr", TrackingToken = "jeton" }, 0);

        await After(TimeSpan.FromDays(1));
        Assert.NotNull(await SentText(nobody).Read());

        await After(TimeSpan.FromDays(2));
        Assert.Null(await SentText(nobody).Read());
        Assert.Null(await Vault(nobody).Read());
        Assert.NotNull(await Vault(one).Read());
    }

    [Fact]
    public async Task A_text_that_is_being_typed_goes_only_where_nothing_is_to_be_answered()
    {
        var agent = await silo.Account(Profile.Agent, Caf);
        var (open, over) = (await Submitted(), await Submitted());
        foreach (var one in (OneExperience[])[open, over])
        {
            await one.Accepted(New.Publication(Caf), moderator);
            Assert.Equal(Refusal.None, await one.Grain.Keep(new() { Structure = Id(Caf), Version = 0, Response = new() { Text = "En cours" } }, agent));
        }

        await over.Accepted(New.Unpublication(), moderator);
        await After(TimeSpan.FromDays(31));

        Assert.Equal(
            [$"(\"{open.Id}/{Caf}\")"],
            (await silo.Database.Rows("select ext from orleans.grain_state where state = 'kept-texts' and payload is not null")).Select(r => r.Contains('"', StringComparison.Ordinal) ? r : $"(\"{r.Trim('(', ')')}\")"));
    }

    [Fact]
    public async Task A_day_s_cap_holds_and_what_is_left_goes_the_next_day()
    {
        for (var i = 0; i < 5; i++) await (await Submitted()).Accepted(New.Reject(), moderator);
        clock.Advance(TimeSpan.FromDays(200));
        await silo.Projected();

        await Run();
        await Run();
        Assert.Equal(2L, await Due("sent-texts"));
        clock.Advance(TimeSpan.FromDays(1));
        await Run();
        Assert.Equal(0L, await Due("sent-texts"));
        Assert.Equal(5, await DestroyedOf("sent-texts"));
    }

    [Fact]
    public async Task Only_one_silo_at_a_time_is_at_it_and_one_that_fails_goes_on_later()
    {
        await (await Submitted()).Accepted(New.Reject(), moderator);
        clock.Advance(TimeSpan.FromDays(200));
        await silo.Projected();
        await using (await AdvisoryLock.TryTake(silo.Database, AdvisoryLock.Retention, CancellationToken.None))
            Assert.False(await silo.Services.GetRequiredService<RetentionRound>().Run(CancellationToken.None));

        await silo.Database.Execute("alter table read.notices rename to hidden");
        await Run();
        Assert.Equal(1L, await silo.Database.Scalar<long>("select count(*) from privacy.retention_runs where job = 'notices' and stopped is not null"));
        Assert.Equal(0L, await Due("sent-texts"));
        await silo.Database.Execute("alter table read.hidden rename to notices");
        await Run();
        Assert.Equal(0L, await silo.Database.Scalar<long>("select count(*) from privacy.retention_runs where stopped is not null"));
    }

    [Fact]
    public async Task A_dry_run_counts_and_destroys_nothing()
    {
        var one = await Submitted();
        await one.Accepted(New.Reject(), moderator);
        clock.Advance(TimeSpan.FromDays(200));
        await silo.Projected();
        await using var output = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 200;
        var services = silo.Services;
        var command = new PersonalDataCommand(
            services.GetRequiredService<RetentionTable>(), services.GetRequiredService<RetentionRuns>(), services.GetRequiredService<SealedKeys>(), clock, console);

        Assert.Equal(0, await command.DryRun(CancellationToken.None));
        Assert.Equal(0, await command.Report(CancellationToken.None));

        Assert.Contains("sent-texts", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("(à blanc)", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1L, await silo.Database.Scalar<long>("select still_due from privacy.retention_runs where job = 'sent-texts' and dry_run"));
        Assert.NotNull(await SentText(one).Read());
    }

    [Fact]
    public async Task A_mail_s_row_stays_while_there_is_an_address_that_could_be_written_to_twice()
    {
        var (kept, gone) = (await Submitted(), await Submitted());
        await gone.Accepted(new ForgetAddress { OperationId = Guid.NewGuid() }, gone.Author);
        await silo.Erased();
        await silo.Database.Execute("update mail.queue set state = 'accepted'");

        await After(TimeSpan.FromDays(367));

        Assert.Equal([$"({kept.Id})"], await silo.Database.Rows("select distinct experience from mail.queue"));
    }

    private ISentTextGrain SentText(OneExperience one) => silo.Grains.GetGrain<ISentTextGrain>(one.Id.Value);

    private IVaultGrain Vault(OneExperience one) => silo.Grains.GetGrain<IVaultGrain>(one.Id.Value);

    private async Task<OneExperience> Submitted()
    {
        var key = SubmissionKey.New();
        var one = new OneExperience(silo, SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        await one.Accepted(
            New.Submission() with { OperationId = SubmissionKey.OperationId(key), TrackingToken = one.Token, Email = "auteure@exemple.fr" }, Caller.Anonymous);
        return one;
    }

    private async Task After(TimeSpan time)
    {
        clock.Advance(time);
        await silo.Projected();
        await Run();
        await silo.Erased();
    }

    private async Task Run() => Assert.True(await silo.Services.GetRequiredService<RetentionRound>().Run(CancellationToken.None));

    private Task<long> Due(string job) =>
        silo.Services.GetRequiredService<RetentionTable>().CountDue(RetentionJobs.All.Single(j => j.Name == job), CancellationToken.None);

    private async Task<int> DestroyedOf(string job) =>
        (int)await silo.Database.Scalar<long>($"select coalesce(sum(destroyed), 0) from privacy.retention_runs where job = '{job}' and not dry_run");
}
