namespace SpPlus.Silo.Restore;

/// <summary>Stands between a restored database and whoever would serve it; off for the step that makes it safe.</summary>
internal sealed class RestoreGuard(DatabaseHome home, bool isOff)
{
    /// <exception cref="RestoredDatabaseException">The step after-restore was forgotten.</exception>
    public async Task Check(CancellationToken cancellation)
    {
        if (!isOff && !(await home.Standing(cancellation)).IsSafe) throw new RestoredDatabaseException();
    }
}
