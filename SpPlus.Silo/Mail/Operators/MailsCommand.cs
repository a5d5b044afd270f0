using System.Globalization;
using Microsoft.Extensions.Options;
using Spectre.Console;
using SpPlus.Contracts.Mails;

namespace SpPlus.Silo.Mail.Operators;

/// <summary>
/// The mails, from the command line (STEP-2). 0: done, or said. 1: nothing was changed, because somebody or a sender was first, or it is
/// refused. 2: wrong arguments. A silo that runs sends what is to be sent at its next look.
/// </summary>
internal sealed class MailsCommand(MailListing listing, MailCounting counting, MailOrders orders, IOptions<MailOptions> options, TimeProvider time, IAnsiConsole console)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    public Task<int> Run(IReadOnlyList<string> arguments, CancellationToken cancellation) => MailsArguments.Parse(arguments, zone) switch
    {
        null => Wrong(),
        { Decision: null } list => List(list, cancellation),
        { Mail: { } mail } one => One(one, mail, cancellation),
        var range => Range(range, cancellation),
    };

    private Task<int> Wrong()
    {
        Write(MailsArguments.Usage);
        return Task.FromResult(2);
    }

    private async Task<int> List(MailsArguments asked, CancellationToken cancellation)
    {
        var counts = await counting.Counts(cancellation);
        Write($"{counts.Waiting} en attente, {counts.HandingOver} en cours de remise, {counts.Held} à vérifier (held), {counts.Refused} refusés, {counts.Cancelled} annulés.");
        var query = new MailQuery { Standing = asked.Standing, Step = asked.Step, Experience = asked.Experience, From = asked.From, To = asked.To, Limit = asked.Limit };
        var (items, next) = await listing.Page(query, cancellation);
        Show(items);
        if (next is not null) Write("D’autres suivent : précisez --from, --to, --step ou --limit (200 au plus).");
        return 0;
    }

    private async Task<int> One(MailsArguments asked, long number, CancellationToken cancellation)
    {
        if (await listing.Read(number, cancellation) is not { Mail: var mail }) return Refuse($"Il n’y a pas de courriel {number}.");
        Show([mail]);
        if (!MailOrderRule.Allows(asked.Decision!.Value, mail.Standing, asked.EvenAccepted))
            return Refuse(mail.Standing == MailStanding.Accepted ? "Le serveur l’a accepté : ajoutez --even-accepted pour le renvoyer quand même." : "Cela ne se décide pas dans cet état.");
        if (!asked.Yes) return Say($"{What(asked, 1)} Ajoutez --yes pour le faire.");
        // What was read above may have changed: the version says so.
        var changed = await orders.CarryOut(Order(asked) with { Mail = number, Version = mail.Version }, Operator.OnCommandLine(), cancellation);
        if (changed == 1) return Say("C’est fait.");
        if (await listing.Read(number, cancellation) is { } now) Show([now.Mail]);
        return Refuse("Quelqu’un, ou l’envoi, a été plus rapide : rien n’est changé.");
    }

    private async Task<int> Range(MailsArguments asked, CancellationToken cancellation)
    {
        var range = new MailRange { Standing = asked.Standing!.Value, Step = asked.Step, From = asked.From, To = asked.To!.Value };
        if (!MailOrderRule.Allows(asked.Decision!.Value, range.Standing, asked.EvenAccepted))
            return Refuse(range.Standing == MailStanding.Accepted ? "Le serveur les a acceptés : ajoutez --even-accepted pour les renvoyer quand même." : "Cela ne se décide pas dans cet état.");
        if (range.To > time.GetUtcNow()) return Refuse("--to est dans le futur.");
        if (!asked.Yes) return Say($"{What(asked, await listing.Count(range, cancellation))} Ajoutez --yes pour le faire.");
        var changed = await orders.CarryOut(Order(asked) with { Range = range }, Operator.OnCommandLine(), cancellation);
        return Say($"C’est fait pour {changed} courriels.{(changed == MailOrder.MaximumMails ? " Relancez pour les suivants." : "")}");
    }

    private static MailOrder Order(MailsArguments asked) =>
        new() { OperationId = Guid.NewGuid(), Decision = asked.Decision!.Value, EvenAccepted = asked.EvenAccepted };

    private static string What(MailsArguments asked, int mails) => asked.Decision switch
    {
        MailDecision.SendAgain => $"{mails} à renvoyer.",
        MailDecision.Cancel => $"{mails} à annuler.",
        _ => $"{mails} à noter comme acceptés par le serveur ; ils ne seront pas renvoyés.",
    };

    // Lines, whole even where they are wider than the terminal: a Message-ID is looked for in another program.
    private void Show(IEnumerable<MailItem> items)
    {
        foreach (var mail in items)
        {
            Write(string.Join("  ",
                mail.Number, mail.Standing.Word(), mail.Step, mail.Experience?.Value ?? "(agent)", $"en file {Moment(mail.QueuedAt)}", $"depuis {Moment(mail.ChangedAt)}",
                $"essais {mail.Attempts}", mail.Outcome ?? "-", mail.MessageId is { } id ? $"<{id}>" : ""));
        }
    }

    private void Write(string line) => console.Profile.Out.Writer.WriteLine(line);

    private string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private int Say(string sentence)
    {
        Write(sentence);
        return 0;
    }

    private int Refuse(string sentence)
    {
        Write(sentence);
        return 1;
    }
}
