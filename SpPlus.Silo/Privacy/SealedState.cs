namespace SpPlus.Silo.Privacy;

/// <summary>What a sealed row holds; cleared when destroyed.</summary>
internal sealed class SealedState
{
    public SealedBytes? Bytes { get; set; }
}
