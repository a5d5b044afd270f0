namespace SpPlus.Silo.Journal;

/// <summary>No connection could be opened: nothing was sent, so nothing was recorded.</summary>
internal sealed class JournalUnreachableException(Exception inner) : Exception("PostgreSQL cannot be reached.", inner);
