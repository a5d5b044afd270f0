using System.Text.RegularExpressions;
using Npgsql;
using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>STEP-2: what an operator sees of the mails, and decides.</summary>
[Collection(PlatformCollection.Name)]
public sealed class MailTests(Platform platform)
{
    private const string Solene = "dev-ditp-administration";
    private const string Address = "horloge.mails@exemple.fr";

    [Fact]
    public async Task An_administrator_of_the_DITP_decides_about_a_held_mail_and_a_moderator_sees_none()
    {
        var author = await platform.Person(javaScript: false);
        await author.Shares("Un récit dont le courriel est perdu de vue", ["cpam-gironde"], address: Address);
        var id = new Uri(author.Page.Url).AbsolutePath.Split('/')[2];
        using (var mailbox = platform.Mail) await mailbox.ToAsync(Address, 1, CancellationToken.None);
        var number = await Hold(id);

        var operators = await platform.Person(javaScript: false);
        await operators.SignsInAs(Solene, "/moderation/courriels");
        await operators.Sees(id);
        await operators.Sees("À vérifier");
        await operators.Opens($"/moderation/courriels/{number}");
        await operators.Sees("Connexion perdue pendant la remise");
        await operators.Button("renvoyer").ClickAsync();
        await operators.Sees("Cochez la case pour confirmer");
        await operators.Looks("courriel-refus");
        await operators.Page.Locator("#confirme-accepte").CheckAsync();
        await operators.Button("accepte").ClickAsync();
        await operators.Sees("Noté comme accepté");
        await operators.Sees("Solène R. l’a noté comme accepté");
        await operators.Opens("/moderation/courriels?etat=acceptes&experience=" + id);
        await operators.Sees(id);

        await Hold(id);
        await operators.Opens("/moderation/courriels");
        await operators.Page.GetByText("Tous les renvoyer…").ClickAsync();
        await operators.Sees("Courriels concernés : 1");
        await operators.Looks("courriels-serie");
        await operators.Button("renvoyer").ClickAsync();
        await operators.Sees("Cochez la case pour confirmer");
        await operators.Page.Locator("#confirme").CheckAsync();
        await operators.Button("renvoyer").ClickAsync();
        await operators.Sees("C’est fait.");
        using (var mailbox = platform.Mail) Assert.Equal(2, (await mailbox.ToAsync(Address, 2, CancellationToken.None)).Count);

        await Hold(id);
        await Looks("/moderation/courriels", "courriels");
        await Looks($"/moderation/courriels/{number}", "courriel");
        await Looks("/moderation/courriels?etat=refuses&experience=x&du=hier", "courriels-erreur");
        await operators.Opens($"/moderation/courriels/{number}");
        Assert.DoesNotMatch(new Regex("horloge|@exemple"), await operators.Page.ContentAsync());
        await operators.Opens("/moderation/courriels");
        Assert.DoesNotMatch(new Regex("horloge|@exemple"), await operators.Page.ContentAsync());
        await Settle(id);

        var moderator = await platform.Person(javaScript: false);
        await moderator.SignsInAs("dev-ditp-moderation-1", "/moderation");
        Assert.Equal(0, await moderator.Page.Locator("a[href='/moderation/courriels']").CountAsync());
        foreach (var path in (string[])["/moderation/courriels", $"/moderation/courriels/{number}", "/moderation/courriels/serie?decision=renvoyer&etat=refuses"])
            Assert.Equal(404, await moderator.StatusOf(path));
    }

    /// <summary>As a connection that is cut after DATA leaves it.</summary>
    private Task<long> Hold(string id) => Change(id, "state = 'unknown', outcome = 'SmtpProtocolException'");

    private Task<long> Settle(string id) => Change(id, "state = 'accepted', outcome = '250'");

    private async Task<long> Change(string id, string change)
    {
        await using var database = NpgsqlDataSource.Create(platform.Connections.Database);
        await using var command = database.CreateCommand(
            $"update mail.queue set {change}, changed_at = now() where experience = $1 and step = 'received' and state in ('accepted', 'unknown') returning number");
        command.Parameters.Add(new() { Value = id });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task Looks(string path, string name)
    {
        var person = await platform.Person();
        await person.SignsInAs(Solene, "/moderation/courriels");
        await person.Opens(path);
        await person.Looks(name);
        await person.Page.Context.CloseAsync();
    }
}
