using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace SpPlus.Tests.Web;

public sealed partial class FormGuardTests
{
    private const string Text = "Bonjour,\r\n\r\nVotre dossier <script>alert(1)</script> \"avance\".";

    [Fact]
    public async Task What_was_typed_outlives_the_session_and_is_sent_after_signing_in()
    {
        await using var web = await WebUnderTest.Start();
        using var expired = await web.Post("/agents/essai?vue=1", ("texte", Text), ("choix", "a"), ("choix", "b"));
        Assert.Equal(HttpStatusCode.Unauthorized, expired.StatusCode);
        var first = await Kept.Of(expired);
        Assert.Contains("Votre session a expiré", first.Html, StringComparison.Ordinal);
        Assert.Contains("target=\"_blank\"", first.Html, StringComparison.Ordinal);

        await web.SignIn();
        using var unsure = await web.Post(first.Action, first.Fields);
        Assert.Equal(HttpStatusCode.BadRequest, unsure.StatusCode);
        var second = await Kept.Of(unsure);
        Assert.Contains("Camille D.", second.Html, StringComparison.Ordinal);
        Assert.Equal(("texte", Text), second.Fields.Single(f => f.Name == "texte"));
        Assert.Equal(["a", "b"], second.Fields.Where(f => f.Name == "choix").Select(f => f.Value));
        Assert.Empty(web.Taken);

        using var sent = await web.Post(second.Action, second.Fields);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal([Text], web.Taken);
    }

    [Fact]
    public async Task Hostile_words_stay_words()
    {
        await using var web = await WebUnderTest.Start();
        using var answer = await web.Post("/agents/essai", ("\"><script>", "x\" autofocus onfocus=\"alert(1)"), ("texte", Text));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\" autofocus", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_made_for_somebody_else_does_nothing()
    {
        await using var web = await WebUnderTest.Start();
        await web.SignIn("camille");
        using var made = await web.Post("/agents/essai", ("texte", Text));
        var form = await Kept.Of(made);
        await web.SignIn("nadia");
        using var answer = await web.Post(form.Action, form.Fields);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(web.Taken);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://ailleurs.exemple")]
    [InlineData("Origin", "null")]
    public async Task Nobody_is_invited_to_send_what_another_site_wrote(string header, string value)
    {
        await using var web = await WebUnderTest.Start();
        foreach (var signedIn in (bool[])[false, true])
        {
            if (signedIn) await web.SignIn();
            using var request = new HttpRequestMessage(HttpMethod.Post, "/agents/essai")
            {
                Content = new FormUrlEncodedContent([KeyValuePair.Create("texte", "Des mots tendus")]),
            };
            request.Headers.Add(header, value);
            using var answer = await web.Client.SendAsync(request);
            Assert.False(answer.IsSuccessStatusCode);
            Assert.DoesNotContain("Des mots tendus", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(web.Taken);
    }

    [Fact]
    public async Task A_form_without_rights_to_borrow_needs_no_token()
    {
        await using var web = await WebUnderTest.Start();
        using var answer = await web.Post("/partager/essai", ("texte", Text));
        Assert.Equal([Text], web.Taken);
    }

    [Fact]
    public async Task What_was_typed_outlives_a_breakdown()
    {
        await using var web = await WebUnderTest.Start();
        await web.SignIn();
        using var made = await web.Post("/agents/casse", ("texte", Text));
        var form = await Kept.Of(made);
        using var broken = await web.Post(form.Action, form.Fields);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, broken.StatusCode);
        var kept = await Kept.Of(broken);
        Assert.Equal("/agents/casse", kept.Action);
        Assert.Contains(("texte", Text), kept.Fields);
    }

    [Theory]
    [InlineData(2_000_000, 1)]
    [InlineData(300_000, 1)]
    [InlineData(10, 2_000)]
    public async Task A_form_too_large_to_be_kept_is_refused(int length, int count)
    {
        await using var web = await WebUnderTest.Start();
        using var answer = await web.Post("/agents/essai", [.. Enumerable.Range(0, count).Select(i => ($"champ{i}", new string('x', length)))]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length < 20_000);
    }

    [Fact]
    public async Task What_is_not_a_form_is_not_taken()
    {
        await using var web = await WebUnderTest.Start();
        await web.SignIn();
        using var answer = await web.Client.PostAsync("/agents/essai", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Empty(web.Taken);
    }

    private sealed partial record Kept(string Html, string Action, (string Name, string Value)[] Fields)
    {
        public static async Task<Kept> Of(HttpResponseMessage answer)
        {
            var html = await answer.Content.ReadAsStringAsync();
            return new(
                html,
                WebUtility.HtmlDecode(Form().Match(html).Groups[1].Value),
                [.. Hidden().Matches(html).Select(m => (WebUtility.HtmlDecode(m.Groups[1].Value), WebUtility.HtmlDecode(m.Groups[2].Value)))]);
        }

        [GeneratedRegex("<form method=\"post\" action=\"([^\"]*)\"")]
        private static partial Regex Form();

        [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
        private static partial Regex Hidden();
    }
}
