using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Kit;
using Xunit;

namespace SpPlus.Tests.Web;

public sealed class MarkedTextTests
{
    private const string Text = "Au guichet, Mme Exemple <b>m’a</b> dit.\nMerci […]";

    private static readonly PersonalDataMark[] Marks =
        [new() { Kind = PersonalDataKind.Name, Start = 12, Length = 11, Passage = "Mme Exemple" }];

    [Fact]
    public async Task A_mark_keeps_the_words_and_is_numbered_for_all() => Assert.Equal(
        "<p>Au guichet, <mark class=\"sp-pii \" id=\"repere-3\">Mme Exemple<sup aria-hidden=\"true\">3</sup><span class=\"sp-hidden\"> (repère 3)</span></mark> <b>m’a</b> dit.<br>"
            + "Merci <span class=\"sp-mask\">[…]<span class=\"sp-hidden\"> passage masqué</span></span></p>",
        await Render<MarkedText>(new() { ["Text"] = Text, ["Marks"] = Marks, ["FirstNumber"] = 3 }));

    [Fact]
    public async Task A_masked_passage_is_struck_through_with_what_will_stand_there() => Assert.Contains(
        "<mark class=\"sp-pii is-masked\" id=\"a-1\"><s>Mme Exemple</s> […]<sup",
        await Render<MarkedText>(new()
        {
            ["Text"] = Text, ["Marks"] = Marks, ["Prefix"] = "a", ["IsOneLine"] = true, ["IsMasked"] = (PersonalDataMark _) => true,
        }), StringComparison.Ordinal);

    [Fact]
    public async Task Each_reason_stands_under_its_number_with_what_is_asked_about_it()
    {
        var html = await Render<MarkReasons>(new()
        {
            ["Marks"] = Marks, ["FirstNumber"] = 3, ["WithAdvice"] = true,
            ["ChildContent"] = (RenderFragment<(PersonalDataMark Mark, int Number)>)(m => builder => builder.AddContent(0, $"?{m.Number}")),
        });
        Assert.Contains("<a class=\"sp-ref\" href=\"#repere-3\"><span class=\"sp-hidden\">Repère </span>3</a> <strong class=\"sp-marks__passage\">Mme Exemple</strong>", html, StringComparison.Ordinal);
        Assert.Contains("Un nom après une civilité. Pour parler de quelqu’un", html, StringComparison.Ordinal);
        Assert.Contains("?3</li>", html, StringComparison.Ordinal);
    }

    private static async Task<string> Render<T>(Dictionary<string, object?> parameters) where T : IComponent
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
        await using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<Microsoft.Extensions.Logging.ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
            System.Net.WebUtility.HtmlDecode((await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString()));
    }
}
