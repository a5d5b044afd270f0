namespace SpPlus.Contracts.ImprovementActions;

/// <summary>
/// Something a person asks of one improvement action. Sending the same <see cref="OperationId"/> again changes nothing and answers as
/// the first time: retry an unknown outcome with the same id.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.improvement-action-command")]
public abstract record ImprovementActionCommand
{
    [Id(0)] public required Guid OperationId { get; init; }

    /// <summary>Without the words it carries: Orleans writes the calls that it delays or loses into logs.</summary>
    public sealed override string ToString() => $"{GetType().Name} {OperationId}";
}
