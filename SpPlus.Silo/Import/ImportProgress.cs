using System.Globalization;
using Spectre.Console;

namespace SpPlus.Silo.Import;

/// <summary>A bar where somebody watches, a line every tenth of the file elsewhere.</summary>
internal static class ImportProgress
{
    public static async Task Show(IAnsiConsole console, long length, Func<IProgress<long>, Task> run)
    {
        if (!console.Profile.Out.IsTerminal)
        {
            await run(new Lines(console, length));
            return;
        }

        await console.Progress().StartAsync(async context =>
        {
            var task = context.AddTask("Import", maxValue: Math.Max(1, length));
            await run(new Bar(task));
            task.Value = task.MaxValue;
        });
    }

    private sealed class Bar(ProgressTask task) : IProgress<long>
    {
        public void Report(long value) => task.Value = value;
    }

    private sealed class Lines(IAnsiConsole console, long length) : IProgress<long>
    {
        private long shown;

        public void Report(long value)
        {
            var tenth = length == 0 ? 10 : value * 10 / length;
            if (tenth <= shown) return;
            shown = tenth;
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Import : {tenth * 10} %"));
        }
    }
}
