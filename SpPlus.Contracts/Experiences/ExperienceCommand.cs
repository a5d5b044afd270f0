namespace SpPlus.Contracts.Experiences;

/// <summary>
/// Something a person asks of one experience. Sending the same <see cref="OperationId"/> again changes nothing and
/// answers as the first time: retry an unknown outcome with the same id.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.experience-command")]
public abstract record ExperienceCommand
{
    [Id(0)] public required Guid OperationId { get; init; }

    /// <summary>Without the words and addresses it carries: Orleans writes the calls that it delays or loses into logs (PRIV-1).</summary>
    public sealed override string ToString() => $"{GetType().Name} {OperationId}";
}
