using System.Security.Cryptography;
using System.Text;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences;

namespace SpPlus.Silo.ImprovementActions;

/// <summary>What an experience is told of an action, and in whose name.</summary>
[GenerateSerializer, Immutable, Alias("spplus.action-tie.v1")]
internal sealed record ActionTie
{
    [Id(0)] public required ImprovementActionId Action { get; init; }
    [Id(1)] public required StructureId Structure { get; init; }
    [Id(2)] public required string Title { get; init; }
    [Id(3)] public required ImprovementActionState State { get; init; }
    [Id(4)] public DateOnly? DoneOn { get; init; }
    [Id(5)] public required HistoryActor ActorKind { get; init; }
    [Id(6)] public string? ActorSubject { get; init; }
    [Id(7)] public string? ActorName { get; init; }
    [Id(8)] public StructureId? ActorStructure { get; init; }

    public Actor By => new() { Kind = ActorKind, Subject = ActorSubject, Name = ActorName, Structure = ActorStructure };

    /// <summary>The same whoever tells it, and however often.</summary>
    public Guid OperationFor(ExperienceId experience) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"tie {Action} {(int)State} {experience}")).AsSpan(0, 16));

    public override string ToString() => $"{Action} {State}";
}
