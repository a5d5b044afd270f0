using Spectre.Console;
using SpPlus.Standalone.Check;
using SpPlus.Standalone.Stacks;

namespace SpPlus.Standalone.Commands;

internal static class CheckCommand
{
    public static async Task<int> RunAsync(StackOptions options, IMainJob job, CancellationToken stop)
    {
        await using var stack = await Starting.ShowAsync(options, stop);
        AnsiConsole.Write(AddressTable.Of(stack));
        if (await job.DoAsync(stack, stop) is not { } failure)
        {
            AnsiConsole.MarkupLine("[green]The check passed.[/]");
            return 0;
        }

        await Console.Error.WriteLineAsync($"{failure} The processes' words are in {stack.Logs}.");
        return 1;
    }
}
