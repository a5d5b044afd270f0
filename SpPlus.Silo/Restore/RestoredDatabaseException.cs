namespace SpPlus.Silo.Restore;

/// <summary>The database was restored, and nobody has made it safe to serve.</summary>
internal sealed class RestoredDatabaseException() : Exception(
    "This database was restored from a backup, and the step after-restore has not been run on it: mails that were sent since would be sent again. "
    + "Run `dotnet SpPlus.Silo.dll after-restore` (docs/operations.md), then start again.");
