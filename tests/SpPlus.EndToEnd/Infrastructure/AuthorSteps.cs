namespace SpPlus.EndToEnd.Infrastructure;

/// <summary>What a journey does before it begins.</summary>
internal static class AuthorSteps
{
    private const string Story = "J’ai signalé ma nouvelle adresse en ligne.\n\nTrois semaines plus tard, un courrier est parti à l’ancienne.";

    /// <summary>The four steps, about the Caf of the Gironde.</summary>
    public static async Task Share(Person author, string title, string address, string story = Story)
    {
        await author.Opens("/partager");
        await author.Fills("recherche", "caf gironde");
        await author.Presses("Chercher");
        await author.Page.GetByLabel("Caf de la Gironde", new() { Exact = true }).CheckAsync();
        await author.Presses("Continuer");
        await author.Fills("titre", title);
        await author.Fills("recit", story);
        await author.Fills("jour", "24");
        await author.Fills("mois", "9");
        await author.Fills("annee", "2026");
        await author.Page.Locator("select[name=departement]").SelectOptionAsync("33");
        await author.Presses("Continuer");
        await author.Page.Locator("[name=ressenti][value=Negative]").CheckAsync();
        await author.Presses("Continuer");
        await author.Fills("email", address);
        await author.Button("envoyer").ClickAsync();
        await author.Page.WaitForURLAsync("**/suivi/*/*");
    }
}
