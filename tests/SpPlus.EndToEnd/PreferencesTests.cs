using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>STEP-3: who wants it is told by mail.</summary>
[Collection(PlatformCollection.Name)]
public sealed class PreferencesTests(Platform platform)
{
    [Fact]
    public async Task Who_chooses_it_is_told_by_mail_what_concerns_their_structure_and_comes_to_it_by_the_link()
    {
        const string Title = "Une attestation toujours en attente";
        var reader = await platform.Person(javaScript: false);
        await reader.SignsInAs("dev-cpam-reader", "/agents/preferences");
        await reader.Page.GetByLabel("Tout de suite").CheckAsync();
        await reader.Presses("Enregistrer");
        await reader.Sees("Votre choix est enregistré.");
        await reader.Photographs("preferences-1280");
        var id = await platform.Published(Title, "cpam-gironde");

        using var mailbox = platform.Mail;
        string? text = null;
        for (var count = 1; text?.Contains(id, StringComparison.Ordinal) is not true; count++)
            text = (await mailbox.ToAsync("cpam-reader@agents.exemple", count, CancellationToken.None))[count - 1].Text;
        Assert.Contains(Title, text, StringComparison.Ordinal);
        await reader.Opens($"/agents/experiences/{id}");
        await reader.Sees(Title);

        await reader.Opens("/agents/preferences");
        await reader.Page.GetByLabel("Jamais").CheckAsync();
        await reader.Presses("Enregistrer");
        var looking = await platform.Person();
        await looking.SignsInAs("dev-cpam-agent", "/agents/preferences");
        await looking.Looks("preferences");
    }
}
