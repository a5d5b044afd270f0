using Spectre.Console;
using SpPlus.Standalone.Check;
using SpPlus.Standalone.Stacks;

namespace SpPlus.Standalone.Commands;

internal static class CheckCommand
{
    public static async Task<int> RunAsync(StackOptions options, CancellationToken stop)
    {
        await using var stack = await Starting.ShowAsync(options, stop);
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
