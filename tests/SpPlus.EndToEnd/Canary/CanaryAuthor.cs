using System.Globalization;
using SpPlus.Standalone.Check;

namespace SpPlus.EndToEnd.Canary;

/// <summary>Somebody who shares an experience, with an address and words that are nowhere else in the world.</summary>
internal sealed class CanaryAuthor(Uri web, string name) : IDisposable
{
    private const int Tries = 200;

    // Letters alone: it is to pass for a name.
    private readonly string mark = name + string.Concat(Guid.NewGuid().ToByteArray().Select(b => (char)('a' + (b % 26))));
    private readonly Browser browser = new(web);
    private readonly TaskCompletionSource refused = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Address => $"canari.{mark}@exemple.fr";

    /// <summary>What the public is to read.</summary>
    public string Words => $"paroles{mark}";

    /// <summary>What nobody but the DITP is to read.</summary>
    public string Secret => $"Mme Secret{mark}";

    /// <summary>What agents read and the public does not.</summary>
    public string Verdict => $"verdict{mark}";

    public string Tracking { get; private set; } = "";

    public string Id => Tracking.Split('/')[2];

    public string Token => Tracking.Split('/')[3];

    /// <summary>Completed once sending was refused.</summary>
    public Task Refused => refused.Task;

    public Browser Browser => browser;

    /// <summary>Up to the author's page: the last step is pressed until it is taken, a database may be away meanwhile.</summary>
    public async Task SharesAsync(bool withSecret = false)
    {
        await browser.OpenAsync("/partager?service=caf-gironde&service=cpam-gironde", CancellationToken.None);
        await browser.PressAsync("button[value=suite]", CancellationToken.None);
        var lived = TimeProvider.System.GetUtcNow().AddDays(-10);
        browser.Fill("titre", $"Deux caisses et {Words}");
        browser.Fill("recit", $"Chacune m’a répondu que l’autre devait me demander mon attestation, {Words}." + (withSecret ? $" C’est {Secret} qui me l’a dit." : ""));
        browser.Fill("jour", lived.Day.ToString(CultureInfo.InvariantCulture));
        browser.Fill("mois", lived.Month.ToString(CultureInfo.InvariantCulture));
        browser.Fill("annee", lived.Year.ToString(CultureInfo.InvariantCulture));
        browser.Fill("departement", "33");
        await browser.PressAsync("button[value=suite]", CancellationToken.None);
        browser.Fill("ressenti", "Negative");
        await browser.PressAsync("button[value=suite]", CancellationToken.None);
        browser.Fill("email", Address);
        for (var tries = 0; tries < Tries && !browser.Address.AbsolutePath.StartsWith("/suivi/", StringComparison.Ordinal); tries++)
        {
            try
            {
                await browser.PressAsync("button[value=envoyer]", CancellationToken.None);
            }
            catch (CheckException)
            {
                // The page says that it is to be sent again, and holds everything typed.
                refused.TrySetResult();
            }
        }

        Tracking = browser.Address.AbsolutePath;
    }

    public async Task JudgesAsync(string structure)
    {
        await browser.OpenAsync(Tracking, CancellationToken.None);
        browser.Fill("utile", "oui");
        browser.Fill("mots", Verdict);
        await browser.PressAsync($"#reponse-{structure} ~ form[action$='/evaluer'] button", CancellationToken.None);
    }

    public void Dispose() => browser.Dispose();
}
