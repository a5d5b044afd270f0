using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SpPlus.EndToEnd.Infrastructure;

/// <summary>
/// What axe finds wrong with a page. Axe's own integration for Playwright opens a second page each time, for the sake of frames, of which
/// there are none: it took three times as long.
/// </summary>
internal static class Barriers
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string Violations = """
        async () => (await axe.run({ resultTypes: ['violations'] })).violations
            .map(v => [v.id + ': ' + v.help, ...v.nodes.slice(0, 3).map(n => '  ' + n.html)].join('\n'))
        """;

    public static async Task<string[]> Found(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Violations);
    }
}
