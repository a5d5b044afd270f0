using SpPlus.Silo.Journal;

namespace SpPlus.Silo.Import;

/// <summary><c>Demo:Seed=true</c>: a silo that starts on an empty journal fills it with the demonstration experiences.</summary>
internal sealed partial class DemoSeedOnStart(
    DemoSeed seed, ImportTable table, JournalSignal signal, ILogger<DemoSeedOnStart> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await table.IsEmpty(cancellationToken)) return;
        var added = await seed.Run(cancellationToken);
        LogSeeded(added);
        signal.Raise();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Added {Count} demonstration experiences")]
    private partial void LogSeeded(int count);
}
