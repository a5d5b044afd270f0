using Npgsql;
using Spectre.Console;
using SpPlus.Silo.Projections;

namespace SpPlus.Silo.Import;

/// <summary>
/// So that pages show what was added also where no silo runs. One that runs shares the work: the checkpoint is locked. Other
/// projections are left to the silos: imported facts are none of their business.
/// </summary>
internal sealed class PageUpdate(
    Projector<ReadModelProjection> projector, ReadModelProjection pages, ImportTable table, TimeProvider time, IAnsiConsole console)
{
    private const int Patience = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task Run(CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        try
        {
            var isUpToDate = await CatchUp(cancellation);
            console.MarkupLineInterpolated(isUpToDate
                ? (FormattableString)$"Pages publiques à jour en {time.GetElapsedTime(started).TotalSeconds:N1} s."
                : $"[yellow]Les pages ne sont pas encore à jour : le silo le fera.[/]");
        }
        catch (Exception exception) when (exception is NpgsqlException or OperationCanceledException)
        {
            console.MarkupLineInterpolated($"[yellow]Les pages ne sont pas encore à jour : le silo le fera.[/] {exception.Message}");
        }
    }

    /// <summary>Facts wait for any transaction older than theirs, anywhere on the server, and a silo may hold the checkpoint.</summary>
    private async Task<bool> CatchUp(CancellationToken cancellation)
    {
        for (var waits = 0; waits < Patience; waits++)
        {
            while (await projector.ProjectOnce(cancellation)) waits = 0;
            if (!await table.IsBehind(pages.Name, cancellation)) return true;
            await Task.Delay(Pause, time, cancellation);
        }

        return false;
    }
}
