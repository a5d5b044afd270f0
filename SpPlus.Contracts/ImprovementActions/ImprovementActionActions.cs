namespace SpPlus.Contracts.ImprovementActions;

/// <summary>What a caller may do to an improvement action: decided in the silo, shown by the pages.</summary>
[Flags, GenerateSerializer, Alias("spplus.improvement-action-action")]
public enum ImprovementActionActions
{
    None = 0,
    Read = 1 << 0,
    Publish = 1 << 1,
    Amend = 1 << 2,
    Complete = 1 << 3,
    Tie = 1 << 4,
}
