using Npgsql;
using Spectre.Console;
using SpPlus.Silo.Projections;

namespace SpPlus.Silo.Import;

/// <summary>
/// So that pages show what was added also where no silo runs. One that runs shares the work: the checkpoint is locked. Other
/// projections are left to the silos: imported facts are none of their business.
/// </summary>
internal sealed class PageUpdate(Projector<ReadModelProjection> pages, TimeProvider time, IAnsiConsole console)
{
    public async Task Run(CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        try
        {
            while (await pages.ProjectOnce(cancellation)) { }
            console.MarkupLineInterpolated($"Pages publiques à jour en {time.GetElapsedTime(started).TotalSeconds:N1} s.");
        }
        catch (Exception exception) when (exception is NpgsqlException or OperationCanceledException)
        {
            console.MarkupLineInterpolated($"[yellow]Les pages ne sont pas encore à jour : le silo le fera.[/] {exception.Message}");
        }
    }
}
