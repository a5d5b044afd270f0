using Npgsql;
using Spectre.Console;

namespace SpPlus.Silo.Restore;

/// <summary>
/// Makes a restored database safe to serve: nobody is written to a second time, and facts keep their order under this cluster's transaction
/// numbers. Until it has ended no silo starts on it, so it may die anywhere and be run again. 0: done. 1: run it again.
/// </summary>
internal sealed class AfterRestore(
    DatabaseHome home, JournalRenumbering renumbering, RestoreCatchUp catchUp, NpgsqlDataSource database, IAnsiConsole console)
{
    /// <summary>By force also where nothing tells that it was restored: after a recovery to a point in time, silos stopped.</summary>
    public async Task<int> Run(bool force, CancellationToken cancellation)
    {
        var standing = await home.Standing(cancellation);
        if (standing.IsSafe && !force)
        {
            console.WriteLine("Cette base de données est chez elle : rien à faire. Après un retour à un instant passé (PITR), silos arrêtés : after-restore --force.");
            return 0;
        }

        if (standing.IsAhead) console.WriteLine($"{await renumbering.Run(cancellation)} faits renumérotés pour ce serveur.");
        if (!await catchUp.Run(cancellation))
        {
            console.WriteLine("Une transaction en cours sur ce serveur retient la lecture du journal : relancez la même commande quand elle est finie.");
            return 1;
        }

        console.WriteLine($"{await Hold(cancellation)} courriels retenus : peut-être envoyés depuis la sauvegarde. À décider : mails list --state held, ou /moderation/courriels.");
        return 0;
    }

    /// <summary>In one transaction with the word that the database may be served.</summary>
    private async Task<int> Hold(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var held = await RestoredMails.Hold(connection, cancellation);
        await DatabaseHome.Settle(connection, cancellation);
        await transaction.CommitAsync(cancellation);
        return held;
    }
}
