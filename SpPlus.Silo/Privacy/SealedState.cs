namespace SpPlus.Silo.Privacy;

/// <summary>What a sealed row holds; cleared when destroyed.</summary>
internal sealed class SealedState
{
    public SealedBytes? Bytes { get; set; }

    /// <summary>Of an address that was changed: the sequence of the fact that says so.</summary>
    public int Sequence { get; set; }
}
