namespace SpPlus.Standalone.Commands;

/// <summary>A backup to be taken back.</summary>
internal sealed record RestoreRequest(string File)
{
    /// <summary>In place of what there is, which is kept under another name.</summary>
    public bool Replace { get; init; }
}
