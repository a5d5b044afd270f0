using System.Runtime.InteropServices;
using Spectre.Console;
using SpPlus.Standalone.Commands;
using SpPlus.Standalone.Processes;

using var stopping = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    // The second one is not waited for: the shepherds see this process go and end their own.
    signal.Cancel = !stopping.IsCancellationRequested;
    stopping.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);

try
{
    if (PartRequest.TryParse(args) is { } part)
    {
        return await PartCommand.RunAsync(part, stopping.Token);
    }

    var asked = RunRequest.Parse(args);
    return asked switch
    {
        { Help: true } => Say(RunRequest.Usage),
        { Import: { } import } => await SiloCommand.RunAsync(asked.Stack, import, stopping.Token),
        { Report: { } report } => await SiloCommand.RunAsync(asked.Stack, report, stopping.Token),
        { Backup: { } backup } => await BackupCommand.RunAsync(asked.Stack, backup, stopping.Token),
        { Restore: { } restore } => await RestoreCommand.RunAsync(asked.Stack, restore, stopping.Token),
        { Check: true } => await CheckCommand.RunAsync(asked.Stack, stopping.Token),
        _ => await RunCommand.RunAsync(asked.Stack, stopping.Token),
    };
}
catch (StartException refusal)
{
    await Console.Error.WriteLineAsync(refusal.LastLines is { Length: > 0 } lines ? $"{refusal.Message}\n{lines}" : refusal.Message);
    return 1;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    return 130;
}

static int Say(string text)
{
    AnsiConsole.WriteLine(text);
    return 0;
}
