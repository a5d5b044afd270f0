namespace SpPlus.Faults.Mutants;

/// <summary>Faults that are built in on purpose, to see that the checker finds them.</summary>
internal enum Mutant
{
    None,

    /// <summary>Commands are acknowledged before their facts are committed.</summary>
    EarlyAcknowledgement,

    /// <summary>The read model's rows are not in the transaction of their checkpoint.</summary>
    LooseRows,

    /// <summary>A hand-over whose outcome is unknown is tried again.</summary>
    BlindRetry,

    /// <summary>A response leaves an incident's queue before its experience has it.</summary>
    EarlySettlement,
}
