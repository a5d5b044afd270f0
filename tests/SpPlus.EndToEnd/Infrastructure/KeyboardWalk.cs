using System.Text.Json;
using Microsoft.Playwright;

namespace SpPlus.EndToEnd.Infrastructure;

/// <summary>From the top of a page to its end with the Tab key alone (WCAG 2.1.1, 2.4.3, 2.4.7, 2.4.11).</summary>
internal static class KeyboardWalk
{
    private const int Most = 400;

    // A radio group is one stop. What is folded away, or there for a script alone, is none.
    private const string Stops = """
        () => {
            const stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
                .filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }) && !e.closest('dialog:not([open])'));
            window.scrollTo(0, 0);
            const groups = new Set();
            return stops.filter(e => e.type !== 'radio' || !groups.has(e.form?.action + e.name) && groups.add(e.form?.action + e.name)).length;
        }
        """;

    private const string Here = """
        () => {
            const at = document.activeElement;
            if (!at || at === document.body || at === document.documentElement) return null;
            const drawn = e => e && (s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none')(getComputedStyle(e));
            const box = [...at.getClientRects()].find(r => r.width > 0) ?? at.getBoundingClientRect();
            const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height, 40) / 2];
            const top = document.elementFromPoint(Math.min(Math.max(x, 0), innerWidth - 1), y);
            const own = e => e && (e === at || at.contains(e) || e.contains(at) || at.closest('label')?.contains(e) || (at.id && e.closest('label')?.htmlFor === at.id));
            return {
                index: [...document.querySelectorAll('*')].indexOf(at),
                name: at.tagName.toLowerCase() + ' ' + (at.name || at.href || '') + ' « ' + (at.textContent || at.value || '').trim().slice(0, 40) + ' »',
                shown: drawn(at) || drawn(at.nextElementSibling) || drawn(at.closest('label')) || drawn(at.closest('li')) || drawn(at.parentElement),
                seen: y >= 0 && y <= innerHeight && own(top),
                over: top && !own(top) ? top.tagName.toLowerCase() + '.' + top.className : '',
            };
        }
        """;

    /// <summary>What somebody without a mouse would stumble over; empty when nothing.</summary>
    public static async Task<IReadOnlyList<string>> Faults(IPage page)
    {
        await page.EvaluateAsync("() => { document.activeElement?.blur(); document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); }");
        var expected = await page.EvaluateAsync<int>(Stops);
        var (faults, reached, last) = (new List<string>(), 0, -1);
        for (var presses = 0; presses < Most; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<JsonElement?>(Here) is not { ValueKind: JsonValueKind.Object } here) break;
            var (index, name) = (here.GetProperty("index").GetInt32(), here.GetProperty("name").GetString());
            // A date is one stop whose parts are passed one by one.
            if (index == last) continue;
            if (index < last) break;
            (last, reached) = (index, reached + 1);
            if (!here.GetProperty("shown").GetBoolean()) faults.Add($"no focus is to be seen on {name}");
            if (!here.GetProperty("seen").GetBoolean()) faults.Add($"{name} has the focus and is not in sight {here.GetProperty("over").GetString()}");
        }

        if (reached != expected) faults.Add($"{reached} of {expected} places were reached, the last at {last}");
        return faults;
    }
}
