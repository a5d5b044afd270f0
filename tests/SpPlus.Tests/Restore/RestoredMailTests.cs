using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Deadlines;
using SpPlus.Silo.Restore;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using SpPlus.Tests.Mail;
using Xunit;

namespace SpPlus.Tests.Restore;

/// <summary>STEP-1, STEP-2: whoever was written to after the backup is not written to again when it is restored.</summary>
public sealed class RestoredMailTests
{
    private const string Own = "ft-dr-nouvelle-aquitaine";
    private const string Agents = "agente@service.exemple";

    private static readonly ExperienceId Answered = ExperienceId.From("answered yesterday");
    private static readonly ExperienceId Waiting = ExperienceId.From("not looked at yesterday");

    [Fact]
    public async Task Yesterday_s_mails_are_held_and_today_s_are_sent()
    {
        using var old = await PostgresServer.OfItsOwn();
        using var other = await PostgresServer.OfItsOwn();
        await old.Age(20_000);
        var served = await old.NewDatabase();
        var moderator = await Work(served);
        var backup = old.Dump(served);
        await using var mails = ScriptedMailServer.Start();
        await using (var silo = await Silo(served, mails))
            for (var sent = 0; sent < 5; sent++) await mails.Next();
        Assert.Equal(5, mails.Taken.Count);
        var agents = Assert.Single(mails.Taken, m => m.To.Mailboxes.Single().Address == Agents);

        var restored = await other.Restore(backup);
        await Assert.ThrowsAsync<RestoredDatabaseException>(() => Silo(restored, mails));
        var (code, output) = await Restored.MakeSafe(restored);
        Assert.True(code == 0, output);
        Assert.Contains("5 courriels retenus", output, StringComparison.Ordinal);

        await using var again = await Silo(restored, mails);
        await again.Projected();
        await again.Services.GetRequiredService<DeadlineWatch>().SettleDue(CancellationToken.None);
        await again.Projected();
        Assert.Equal(5L, await again.Database.Scalar<long>("select count(*) from mail.queue where state = 'unknown' and outcome = 'restored'"));
        Assert.Equal(0L, await again.Database.Scalar<long>("select count(*) from mail.queue where state <> 'unknown'"));
        Assert.True(await again.Database.Scalar<bool>("select exists (select from journal.facts where kind = 'response-published')"));

        await Accept(again, Waiting, New.Publication(Own), moderator);
        var step = await mails.Next();
        Assert.Contains("est publiée", step.Subject, StringComparison.Ordinal);
        Assert.Equal(6, mails.Taken.Count);
        Assert.Equal(6, mails.Taken.Select(m => m.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_database_that_stays_where_it_is_has_nothing_held_unless_it_is_forced()
    {
        var served = await (await PostgresServer.Running()).NewDatabase();
        await Work(served);

        Assert.Contains("rien à faire", (await Restored.MakeSafe(served)).Output, StringComparison.Ordinal);
        await using var database = NpgsqlDataSource.Create(served);
        Assert.Equal(0L, await database.Scalar<long>("select count(*) from mail.queue where state = 'unknown'"));

        Assert.Equal(0, (await Restored.MakeSafe(served, force: true)).Code);
        Assert.Equal(0L, await database.Scalar<long>("select count(*) from mail.queue where state <> 'unknown'"));
    }

    [Fact]
    public async Task Mails_of_what_goes_on_by_itself_are_held_before_they_are_asked_for()
    {
        await using var database = await MigratedDatabase.New();
        await database.Execute(
            """
            insert into desk.incidents (id, title, response, reviewed, opened_by, opened_by_name, starts_at, called_off_at)
            select ('00000000-0000-0000-0000-00000000000' || n)::uuid, 'Panne', 'Rétabli.', '{}', 'm', 'M.', now() + start, off
            from (values (1, interval '-1 hour', null), (2, interval '1 hour', null), (3, interval '-1 hour', now())) as i (n, start, off);
            insert into desk.incident_experiences (incident, experience, ordinal, outcome)
            select id, 'of-' || right(id::text, 1) || '-' || o, o, o from desk.incidents, generate_series(0, 1) o;
            insert into improvement.ties_to_tell (action, experience, state, sequence) values ('action', 'tied', 2, 1)
            """);

        Assert.Equal(0, (await Restored.MakeSafe(database.ConnectionString, force: true)).Code);
        Assert.Equal(0, (await Restored.MakeSafe(database.ConnectionString, force: true)).Code);

        Assert.Equal(
            ["(of-1-0,response-published,hors-structures,1,unknown,restored)", "(tied,improvement-action,action,2,unknown,restored)"],
            await database.Rows("select experience, step, structure, version, state, outcome from mail.queue order by 1"));
    }

    /// <summary>
    /// A day of work until the backup: three mails to authors and an agent's digest wait, and so does a response whose undo window is open.
    /// </summary>
    private static async Task<Caller> Work(string connectionString)
    {
        var clock = new AdjustableClock();
        clock.Advance(TimeSpan.FromDays(-2));
        await using var silo = await Silo(connectionString, mails: null, clock);
        var moderator = await silo.Account(Profile.Moderator, "ditp");
        var agent = await silo.Account(Profile.Agent, Own, email: Agents);
        Assert.True(await silo.Grains.GetGrain<IDeskGrain>(0).TellMe(Telling.Daily, "fr", agent));
        await Accept(silo, Answered, New.Submission() with { Email = "auteure@exemple.fr" }, Caller.Anonymous);
        await Accept(silo, Waiting, New.Submission() with { Email = "auteur@exemple.fr" }, Caller.Anonymous);
        await Accept(silo, Answered, New.Publication(Own), moderator);
        await Accept(silo, Answered, New.Response(Own, 0), agent);
        await silo.Projected();
        Assert.Equal(3L, await silo.Database.Scalar<long>("select count(*) from mail.queue where state = 'queued'"));
        return moderator;
    }

    private static Task<SiloUnderTest> Silo(string connectionString, ScriptedMailServer? mails, TimeProvider? clock = null) =>
        SiloUnderTest.Start(connectionString, builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("Deadlines:UndoWindow", "01:00:00"), new("Deadlines:Interval", "00:00:00.100")]);
            if (clock is not null) builder.Services.AddSingleton(clock);
            if (mails is null) return;
            builder.Configuration.AddInMemoryCollection(
            [
                new("Mail:Host", "127.0.0.1"), new("Mail:Port", mails.Port.ToString(CultureInfo.InvariantCulture)), new("Mail:NewsInterval", "00:00:00.050"),
                new("Mail:Interval", "00:00:00.050"), new("Mail:From", "ne-pas-repondre@spplus.exemple"), new("Web:PublicAddress", "https://spplus.exemple"),
            ]);
        });

    private static async Task Accept(SiloUnderTest silo, ExperienceId experience, ExperienceCommand command, Caller caller) =>
        Assert.Equal(Refusal.None, (await silo.Experience(experience).Execute(command, caller)).Refusal);
}
