using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Privacy;
using SpPlus.Silo.Projections;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Mail;

/// <summary>A whole silo with its own sender, woken by its own projections.</summary>
public sealed class MailJourneyTests
{
    private const string Address = "auteure@exemple.fr";

    private static readonly StructureId Caf = StructureId.Parse("caf-gironde");

    [Fact]
    public async Task The_author_is_written_to_at_each_step_and_forgotten_on_withdrawal()
    {
        await using var server = ScriptedMailServer.Start();
        await using var silo = await Silo(server);
        var key = SubmissionKey.New();
        var (id, token) = (SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        var experience = silo.Experience(id);
        var moderator = await silo.Account(Profile.Moderator, "ditp");
        var superAgent = await silo.Account(Profile.NetworkAdministrator, "cnaf");
        var agent = await silo.Account(Profile.Agent, "caf-gironde");

        await Accept(experience, Submission(key), Caller.Anonymous);
        await Accept(experience, Submission(key), Caller.Anonymous);
        await Expect(server, "Nous avons reçu votre expérience", id, token);

        await Accept(experience, new PublishExperience { OperationId = Guid.NewGuid(), Structures = [Caf] }, moderator);
        await Expect(server, "est publiée", id, token);

        await Accept(experience, new CommentOnExperience { OperationId = Guid.NewGuid(), Text = Told.Comment }, agent);
        var text = new ResponseText { Courtesy = "Bonjour,", Text = "C’est corrigé." };
        await Accept(experience, new RequestValidation { OperationId = Guid.NewGuid(), Structure = Caf, ExpectedVersion = 0, Response = text }, agent);
        await Accept(experience, new PublishResponse { OperationId = Guid.NewGuid(), Structure = Caf, ExpectedVersion = 1, Response = text }, superAgent);
        await Expect(server, "Un service a répondu", id, token);

        Assert.NotNull(await silo.Grains.GetGrain<IVaultGrain>(id.Value).Read());
        await Accept(experience, new WithdrawExperience { OperationId = Guid.NewGuid() }, Caller.Author(token));
        await silo.Erased();
        Assert.Null(await silo.Grains.GetGrain<IVaultGrain>(id.Value).Read());
        Assert.Null(await silo.Grains.GetGrain<ISentTextGrain>(id.Value).Read());
        Assert.Equal(3, server.Taken.Count);
    }

    [Fact]
    public async Task An_author_who_wants_no_more_mails_gets_none_and_the_address_is_destroyed()
    {
        await using var server = ScriptedMailServer.Start();
        await using var silo = await Silo(server);
        var key = SubmissionKey.New();
        var (id, token) = (SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        var experience = silo.Experience(id);
        await Accept(experience, Submission(key), Caller.Anonymous);
        await Expect(server, "Nous avons reçu votre expérience", id, token);
        var forget = new ForgetAddress { OperationId = Guid.NewGuid() };

        Assert.Equal(Refusal.NotFound, (await experience.Execute(forget with { OperationId = Guid.NewGuid() }, Caller.Author("autre"))).Refusal);
        await Accept(experience, forget, Caller.Author(token));
        await Accept(experience, forget, Caller.Author(token));
        await Accept(experience, new ForgetAddress { OperationId = Guid.NewGuid() }, Caller.Author(token));
        await silo.Erased();

        Assert.False((await experience.Track(Caller.Author(token)))!.HasAddress);
        Assert.Null(await silo.Grains.GetGrain<IVaultGrain>(id.Value).Read());
        Assert.NotNull(await silo.Grains.GetGrain<ISentTextGrain>(id.Value).Read());
        await Accept(experience, new PublishExperience { OperationId = Guid.NewGuid(), Structures = [Caf] }, await silo.Account(Profile.Moderator, "ditp"));
        await Settled(silo, "published", "no-address");
        await Accept(experience, new WithdrawExperience { OperationId = Guid.NewGuid() }, Caller.Author(token));
        await silo.Erased();
        Assert.Null(await silo.Grains.GetGrain<ISentTextGrain>(id.Value).Read());
        Assert.Single(server.Taken);
    }

    private static Task<SiloUnderTest> Silo(ScriptedMailServer server) => SiloUnderTest.Start(configure: builder => builder.Configuration.AddInMemoryCollection(
    [
        new("Mail:Host", "127.0.0.1"), new("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)),
        new("Mail:From", "ne-pas-repondre@spplus.exemple"), new("Web:PublicAddress", "https://spplus.exemple"),
    ]));

    private static SubmitExperience Submission(string key) => new()
    {
        OperationId = SubmissionKey.OperationId(key),
        Title = "Changement d’adresse",
        Story = "J’ai signalé mon changement d’adresse à un service et l’autre ne l’a pas su pendant un mois.",
        ContactDate = new DateOnly(2026, 9, 24),
        Department = "33",
        Feeling = Feeling.Negative,
        Services = [new() { Structure = Caf, Channels = [new() { Channel = "phone", Feeling = Feeling.Negative }] }],
        Email = Address,
        TrackingToken = TrackingToken.FromSubmissionKey(key),
    };

    private static async Task Accept(IExperienceGrain experience, ExperienceCommand command, Caller caller) =>
        Assert.Equal(Refusal.None, (await experience.Execute(command, caller)).Refusal);

    private static async Task Expect(ScriptedMailServer server, string subject, ExperienceId id, string token)
    {
        var mail = await server.Next();
        Assert.Contains(subject, mail.Subject, StringComparison.Ordinal);
        Assert.Equal(Address, mail.To.Mailboxes.Single().Address);
        Assert.Contains($"https://spplus.exemple/suivi/{id.Value}/{token}", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(Told.Comment, mail.HtmlBody, StringComparison.Ordinal);
    }

    private static async Task Settled(SiloUnderTest silo, string step, string state)
    {
        while (!await Holds(silo, $"select exists (select from mail.queue where step = '{step}' and state = '{state}')"))
            await silo.Services.GetRequiredService<Projector<MailProjection>>().ProjectOnce(CancellationToken.None);
    }

    private static async Task<bool> Holds(SiloUnderTest silo, string question)
    {
        await using var command = silo.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(question);
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
