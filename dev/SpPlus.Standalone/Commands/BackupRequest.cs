namespace SpPlus.Standalone.Commands;

/// <summary>A backup to be written.</summary>
internal sealed record BackupRequest(string File);
