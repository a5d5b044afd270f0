using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpPlus.Web.Kit;
using SpPlus.Web.Live;
using Xunit;

namespace SpPlus.Tests.Web;

public sealed class TextDifferenceTests
{
    [Fact]
    public async Task What_went_and_came_is_marked_and_said()
    {
        var html = await Shown("Nous avons reçu", "Nous avons répondu");

        Assert.Contains("Nous avons <del><span class=\"sp-hidden\">[retiré :</span>reçu<", html, StringComparison.Ordinal);
        Assert.Contains("</del><ins><span class=\"sp-hidden\">[ajouté :</span>répondu<", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_that_are_not_compared_are_shown_whole_and_without_marks()
    {
        var (before, after) = (Words("avant"), Words("après"));
        var html = await Shown(before, after);

        Assert.Contains("Ces deux textes diffèrent trop", html, StringComparison.Ordinal);
        Assert.Contains($"<strong>Avant</strong></p><p class=\"sp-diff\">{before}</p>", html, StringComparison.Ordinal);
        Assert.Contains($"<strong>Après</strong></p><p class=\"sp-diff\">{after}</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<ins>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<del>", html, StringComparison.Ordinal);
    }

    private static async Task<string> Shown(string before, string after)
    {
        await using var services = new ServiceCollection().AddLogging().AddLocalization()
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        return await new Fragments(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<ILoggerFactory>())
            .Render<TextDifference>("fr", new() { [nameof(TextDifference.Before)] = before, [nameof(TextDifference.After)] = after });
    }

    private static string Words(string word) => string.Concat(Enumerable.Range(0, WordChanges.Longest).Select(i => $"{word}{i} "));
}
