using Spectre.Console;
using SpPlus.Standalone.Check;
using SpPlus.Standalone.Stacks;

namespace SpPlus.Standalone.Commands;

internal static class CheckCommand
{
    public static async Task<int> RunAsync(StackOptions options, CancellationToken stop)
    {
        // The job waits for each response to be public: the window is short, not left out.
        await using var stack = await Starting.ShowAsync(options with { UndoWindow = TimeSpan.FromSeconds(2) }, stop);
        AnsiConsole.Write(AddressTable.Of(stack));
        try
        {
            await new MainJob(stack, stop).DoAsync();
            AnsiConsole.MarkupLine("[green]The main job is done.[/]");
            return 0;
        }
        catch (Exception failure) when (failure is CheckException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync($"{failure.Message} The processes' words are in {stack.Logs}.");
            return 1;
        }
    }
}
