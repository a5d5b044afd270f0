namespace SpPlus.Contracts.ImprovementActions;

/// <summary>ACT-1. Each tied author is told once of each: the numbers are part of the mail's key.</summary>
[GenerateSerializer, Alias("spplus.improvement-action-state")]
public enum ImprovementActionState
{
    /// <summary>engagée</summary>
    Committed = 1,

    /// <summary>réalisée</summary>
    Done = 2,
}
