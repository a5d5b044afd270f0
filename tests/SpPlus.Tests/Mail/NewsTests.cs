using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Mail;
using SpPlus.Silo.Mail.Letters;
using SpPlus.Silo.Mail.News;
using SpPlus.Tests.Deadlines;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Mail;

/// <summary>STEP-3: agents are written to as they choose, of what they may see and of nothing else.</summary>
public sealed class NewsTests(PatientSilo shared) : IClassFixture<PatientSilo>
{
    private const string Own = "caf-gironde";

    private IDeskGrain Desk => shared.Silo.Grains.GetGrain<IDeskGrain>(0);

    [Fact]
    public async Task Who_chose_it_is_written_to_at_once()
    {
        await using var server = ScriptedMailServer.Start();
        await using var silo = await SiloUnderTest.Start(configure: builder => builder.Configuration.AddInMemoryCollection(
        [
            new("Mail:Host", "127.0.0.1"), new("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)), new("Mail:NewsInterval", "00:00:00.050"),
            new("Mail:Interval", "00:00:00.050"), new("Mail:From", "ne-pas-repondre@spplus.exemple"), new("Web:PublicAddress", "https://spplus.exemple"),
        ]));
        var agent = await silo.Account(Profile.Agent, Own, email: "agente@caf.exemple");
        var moderator = await silo.Account(Profile.Moderator, "ditp");
        Assert.True(await silo.Grains.GetGrain<IDeskGrain>(0).TellMe(Telling.AtOnce, "fr", agent));
        var (id, submission) = (ExperienceId.From("told at once"), New.Submission());
        Assert.Equal(Refusal.None, (await silo.Experience(id).Execute(submission, Caller.Anonymous)).Refusal);
        Assert.Equal(Refusal.None, (await silo.Experience(id).Execute(New.Publication(Own), moderator)).Refusal);

        MimeKit.MimeMessage mail;
        do mail = await server.Next();
        while (mail.To.Mailboxes.Single().Address != "agente@caf.exemple");
        Assert.Contains("une expérience à voir", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"https://spplus.exemple/agents/experiences/{id}", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(submission.Title, mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(submission.Story[..30], mail.TextBody + mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_waits_for_the_morning_and_comes_once_whoever_looks()
    {
        var agent = await shared.Silo.Account(Profile.Agent, Own, email: "quotidien@caf.exemple");
        await Desk.TellMe(Telling.Daily, "fr", agent);
        var one = await Published(Own);
        var two = await Published(Own);
        await Look();
        Assert.Empty(await Queued(agent));

        await shared.After(TimeSpan.FromDays(1));
        await Task.WhenAll(Look(), Look(), Look());
        var text = PlainLetter.Of((await Letter(agent, Assert.Single(await Queued(agent))))!);
        Assert.Contains(one.Id.Value, text, StringComparison.Ordinal);
        Assert.Contains(two.Id.Value, text, StringComparison.Ordinal);
        await shared.After(TimeSpan.FromDays(1));
        await Look();
        Assert.Single(await Queued(agent));
    }

    [Fact]
    public async Task What_a_person_may_not_see_when_it_is_sent_is_not_told()
    {
        var agent = await shared.Silo.Account(Profile.Agent, Own, email: "prudente@caf.exemple");
        await Desk.TellMe(Telling.AtOnce, "fr", agent);
        var (taken, unpublished) = (await Published(Own, "cpam-gironde"), await Published(Own));
        await Look();
        var key = Assert.Single(await Queued(agent));
        await taken.Accepted(New.Routing((await taken.Grain.View(shared.Moderator))!.RoutingVersion, "cpam-gironde"), shared.Moderator);
        await unpublished.Accepted(New.Unpublication(), shared.Moderator);
        await shared.Silo.Projected();
        Assert.Null(await Letter(agent, key));

        await Look();
        var text = PlainLetter.Of((await Letter(agent, (await Queued(agent))[^1]))!);
        Assert.Contains($"Expérience {taken.Id} : la DITP a retiré votre structure.", text, StringComparison.Ordinal);
        Assert.DoesNotContain(New.Submission().Title, text, StringComparison.Ordinal);
        Assert.DoesNotContain(unpublished.Id.Value, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_validate_are_told_what_is_to_validate_and_nobody_what_they_did_themselves()
    {
        var validator = await shared.Silo.Account(Profile.SuperAgent, "caf-paris", email: "valide@caf.exemple");
        var (writer, other) = (await shared.Silo.Account(Profile.Agent, "caf-paris", email: "redige@caf.exemple"), await shared.Silo.Account(Profile.Agent, "cpam-gironde"));
        var one = await Published("caf-paris", "cpam-gironde");
        await shared.Silo.Projected();
        foreach (var caller in new[] { validator, writer }) await Desk.TellMe(Telling.AtOnce, "fr", caller);
        await one.Accepted(New.Validation("caf-paris", 0), writer);
        await Look();
        Assert.Contains("une réponse attend d’être validée.", PlainLetter.Of((await Letter(validator, Assert.Single(await Queued(validator))))!), StringComparison.Ordinal);
        Assert.Null(await Letter(writer, Assert.Single(await Queued(writer))));

        await one.Accepted(New.Comment() with { Mentions = [TestReference.Id("caf-paris")] }, writer);
        await Look();
        Assert.Null(await Letter(writer, (await Queued(writer))[^1]));
        Assert.Contains("un commentaire cite votre structure.", PlainLetter.Of((await Letter(validator, (await Queued(validator))[^1]))!), StringComparison.Ordinal);
        await one.Accepted(New.Comment() with { Mentions = [TestReference.Id("caf-paris")] }, other);
        await Look();
        Assert.NotNull(await Letter(writer, (await Queued(writer))[^1]));
    }

    [Fact]
    public async Task A_read_model_made_again_tells_nothing_twice_and_who_chooses_nothing_is_told_nothing()
    {
        var (agent, silent) = (await shared.Silo.Account(Profile.Agent, Own, email: "une-fois@caf.exemple"), await shared.Silo.Account(Profile.Agent, Own, email: "jamais@caf.exemple"));
        await Desk.TellMe(Telling.AtOnce, "fr", agent);
        await Desk.TellMe(Telling.AtOnce, "fr", silent);
        await Desk.TellMe(Telling.Never, "fr", silent);
        await Published(Own);
        await Look();
        await shared.Silo.Database.Execute("truncate read.notices; delete from journal.checkpoints where projection = 'notices'");
        await Look();
        var key = Assert.Single(await Queued(agent));
        Assert.NotNull(await Letter(agent, key));
        // As while the notices are not made again up to there.
        await shared.Silo.Database.Execute($"update mail.queue set until_transaction = '9223372036854775807' where recipient = '{key.Recipient}'");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Letter(agent, key));
        Assert.Empty(await Queued(silent));
        Assert.Null(await Desk.Telling(Caller.Anonymous));
        Assert.Equal(new(Telling.AtOnce, true), await Desk.Telling(agent));
        Assert.False(await Desk.TellMe((Telling)9, "fr", agent));
    }

    private async Task Look()
    {
        shared.Clock.Advance(TimeSpan.FromSeconds(1));
        await shared.Silo.Projected();
        await shared.Silo.Services.GetRequiredService<NewsWatch>().QueueDue(CancellationToken.None);
    }

    private async Task<List<MailKey>> Queued(Caller caller)
    {
        var keys = new List<MailKey>();
        await using var command = shared.Silo.Database.CreateCommand("select version from mail.queue where recipient = $1 order by version");
        command.Parameters.Add(new() { Value = caller.Subject! });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) keys.Add(new() { Step = MailStep.News, Version = reader.GetInt32(0), Recipient = caller.Subject! });
        return keys;
    }

    private async Task<Letter?> Letter(Caller caller, MailKey key)
    {
        Assert.Equal(caller.Subject, key.Recipient);
        return (await shared.Silo.Services.GetRequiredService<INewsWriter>().Write(key))?.Letter;
    }

    private async Task<OneExperience> Published(params string[] structures)
    {
        var key = SubmissionKey.New();
        var one = new OneExperience(shared.Silo, SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        await one.Accepted(New.Submission() with { OperationId = SubmissionKey.OperationId(key), TrackingToken = one.Token }, Caller.Anonymous);
        await one.Accepted(New.Publication(structures), shared.Moderator);
        return one;
    }
}
