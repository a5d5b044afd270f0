using System.Globalization;
using SpPlus.Standalone.Stacks;

namespace SpPlus.Standalone.Check;

/// <summary>
/// What the platform is for, done once over HTTP as people would: an experience with two administrations is shared, published,
/// answered by one and adopted by the other, told by mail, evaluated and read by everybody.
/// </summary>
internal sealed class MainJob(Stack stack, CancellationToken cancellation)
{
    private const string Title = "Mon attestation perdue entre deux caisses";
    private const string Story = "J’ai envoyé mon attestation aux deux caisses. Chacune m’a répondu que l’autre devait me la demander.";
    private const string Answer = "Votre attestation est bien arrivée. Nous l’avons transmise à l’autre caisse, qui n’a plus rien à vous demander.";
    private readonly string author = $"verification-{Guid.NewGuid():N}@exemple.fr";

    public async Task DoAsync()
    {
        await EverythingAnswersAsync();
        using var mailbox = new Mailbox(stack.MailWeb);
        await ShareAsync();
        var received = await mailbox.ToAsync(author, 1, cancellation);
        var tracking = LinkIn(received[0]);
        var id = tracking.Split('/')[2];

        await ModerateAsync(id);
        await mailbox.ToAsync(author, 2, cancellation);
        await AnswerAsync(id);
        var mails = await mailbox.ToAsync(author, 3, cancellation);
        Demand(mails.All(mail => LinkIn(mail) == tracking), "The mails do not all lead to the author's page.");

        await AdoptAsync(id);
        await EvaluateAsync(tracking);
        await ReadAsync(id);
    }

    private async Task EverythingAnswersAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        Uri[] addresses =
        [
            new(stack.Web, "/"), new(stack.Web, "/health"), new(stack.MailWeb, "/api/email"),
            new(stack.Connections.Authority, "/.well-known/openid-configuration"),
            .. stack.Ports.Silos.Select(silo => new Uri(silo.Address, "/health")),
        ];
        foreach (var address in addresses)
        {
            using var answer = await http.GetAsync(address, cancellation);
            Demand(answer.IsSuccessStatusCode, $"{address} answered {(int)answer.StatusCode}.");
        }
    }

    private async Task ShareAsync()
    {
        using var citizen = new Browser(stack.Web);
        await citizen.OpenAsync("/partager", cancellation);
        citizen.Fill("recherche", "caf gironde");
        await citizen.PressAsync("button[value=chercher]", cancellation);
        citizen.Fill("service", "caf-gironde");
        await citizen.PressAsync("button[value=suite]", cancellation);
        var lived = TimeProvider.System.GetUtcNow().AddDays(-10);
        citizen.Fill("titre", Title);
        citizen.Fill("recit", Story);
        citizen.Fill("jour", lived.Day.ToString(CultureInfo.InvariantCulture));
        citizen.Fill("mois", lived.Month.ToString(CultureInfo.InvariantCulture));
        citizen.Fill("annee", lived.Year.ToString(CultureInfo.InvariantCulture));
        citizen.Fill("departement", "33");
        await citizen.PressAsync("button[value=suite]", cancellation);
        citizen.Fill("ressenti", "Negative");
        await citizen.PressAsync("button[value=suite]", cancellation);
        citizen.Fill("email", author);
        await citizen.PressAsync("button[value=envoyer]", cancellation);
        Demand(citizen.Address.AbsolutePath.StartsWith("/suivi/", StringComparison.Ordinal), "Sharing did not lead to the author's page.");
    }

    private async Task ModerateAsync(string id)
    {
        using var moderator = await PersonaSession.SignInAsync(stack.Web, "dev-ditp-moderation-1", cancellation);
        await moderator.OpenAsync($"/moderation/{id}", cancellation);
        moderator.Fill("q", "cpam gironde");
        await moderator.PressAsync("button[value=chercher]", cancellation);
        moderator.Fill("structure", "cpam-gironde");
        await moderator.PressAsync("button[value=publier]", cancellation);
    }

    private async Task AnswerAsync(string id)
    {
        using (var agent = await PersonaSession.SignInAsync(stack.Web, "dev-caf-agent", cancellation))
        {
            await agent.OpenAsync($"/agents/experiences/{id}", cancellation);
            agent.Fill("texte", Answer);
            await agent.PressAsync("button[formaction$='/validation']", cancellation);
        }

        using var superAgent = await PersonaSession.SignInAsync(stack.Web, "dev-caf-super-agent", cancellation);
        await superAgent.OpenAsync($"/agents/experiences/{id}", cancellation);
        await superAgent.PressAsync("button[formaction$='/publication']", cancellation);
    }

    private async Task AdoptAsync(string id)
    {
        using var agent = await PersonaSession.SignInAsync(stack.Web, "dev-cpam-super-agent", cancellation);
        await agent.OpenAsync($"/agents/experiences/{id}", cancellation);
        Demand(agent.Says(Answer), "The other administration does not see the answer.");
        await agent.PressAsync("form[action$='/adoption'] button", cancellation);
    }

    private async Task EvaluateAsync(string tracking)
    {
        using var citizen = new Browser(stack.Web);
        await citizen.OpenAsync(tracking, cancellation);
        Demand(citizen.Says(Answer), "The author does not see the answer.");
        citizen.Fill("utile", "oui");
        await citizen.PressAsync("form[action$='/evaluer'] button", cancellation);
        Demand(citizen.Has("form[action$='/evaluer'] [name=utile][value=oui][checked]"), "The author's verdict is not on the page.");
    }

    private async Task ReadAsync(string id)
    {
        using var reader = new Browser(stack.Web);
        await Patience.UntilAsync("Not everybody can read the exchange", async token =>
        {
            await reader.OpenAsync($"/experiences/{id}", token);
            return reader.Says(Story) && reader.Says(Answer) && reader.Says("CPAM de la Gironde") ? reader : null;
        }, cancellation);
    }

    private static string LinkIn(ReceivedMail mail)
    {
        var words = mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var link = words.Where(word => Uri.TryCreate(word, UriKind.Absolute, out _)).Select(word => new Uri(word))
            .FirstOrDefault(uri => uri.AbsolutePath.StartsWith("/suivi/", StringComparison.Ordinal));
        return link?.AbsolutePath ?? throw new CheckException($"The mail “{mail.Subject}” has no link to the author's page.");
    }

    private static void Demand(bool holds, string failure)
    {
        if (!holds)
        {
            throw new CheckException(failure);
        }
    }
}
