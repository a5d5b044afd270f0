using Spectre.Console;
using SpPlus.Standalone.Processes;
using SpPlus.Standalone.Stacks;

namespace SpPlus.Standalone.Commands;

internal static class RunCommand
{
    public static async Task<int> RunAsync(StackOptions options, CancellationToken stop)
    {
        await using var stack = await Starting.ShowAsync(options, stop);
        AnsiConsole.Write(AddressTable.Of(stack));
        AnsiConsole.MarkupLine("Ctrl+C stops everything.");
        try
        {
            var lost = await stack.FirstLostAsync(stop);
            throw new StartException($"{lost.Command.Name} stopped with code {await lost.Exited}: the rest is stopped too.", lost.Tail());
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            AnsiConsole.MarkupLine("Stopping…");
            return 0;
        }
    }
}
