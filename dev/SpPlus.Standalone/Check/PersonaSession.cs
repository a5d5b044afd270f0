namespace SpPlus.Standalone.Check;

/// <summary>A browser, signed in as one of the ready personas.</summary>
internal static class PersonaSession
{
    private const string AgentCookie = "spplus.agent";

    public static async Task<Browser> SignInAsync(Uri web, string subject, CancellationToken cancellation)
    {
        var browser = new Browser(web);
        try
        {
            await browser.OpenAsync("/connexion", cancellation);
            await browser.PressAsync($"button[name=persona][value='{subject}']", cancellation);
            return browser.HasCookie(AgentCookie) ? browser : throw new CheckException($"{subject} could not sign in.");
        }
        catch
        {
            browser.Dispose();
            throw;
        }
    }
}
