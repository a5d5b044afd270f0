using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using SpPlus.Standalone.Stacks;

namespace SpPlus.Standalone.Commands;

internal static class Starting
{
    public static async Task<Stack> ShowAsync(StackOptions options, CancellationToken stop)
    {
        var since = Stopwatch.StartNew();
        var stack = await AnsiConsole.Status().StartAsync("Starting…", status =>
            Stack.StartAsync(options, new Say(phase => status.Status(phase.EscapeMarkup() + "…")), stop));
        AnsiConsole.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"Ready in {since.Elapsed.TotalSeconds:0.0} s."));
        return stack;
    }

    // Progress<T> would report from the thread pool, out of order.
    private sealed class Say(Action<string> say) : IProgress<string>
    {
        public void Report(string value) => say(value);
    }
}
