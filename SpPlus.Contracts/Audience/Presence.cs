using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Audience;

/// <summary>Who has an experience open, across administrations (COMM-2).</summary>
[GenerateSerializer, Immutable, Alias("spplus.presence.v1")]
public sealed record Presence
{
    public static readonly Presence Nobody = new() { IsComplete = true };

    /// <summary>Those who write first; a dozen at most.</summary>
    [Id(0)] public ImmutableArray<PresentPerson> People { get; init; } = [];

    [Id(1)] public int Count { get; init; }

    /// <summary>False while the grain, just activated, has not yet heard of every web process: others may be there too.</summary>
    [Id(2)] public bool IsComplete { get; init; }

    public bool Equals(Presence? other) =>
        other is not null && Count == other.Count && IsComplete == other.IsComplete && People.SequenceEqual(other.People);

    public override int GetHashCode() => HashCode.Combine(Count, IsComplete, People.Length);

    /// <summary>Tells a person's own entry from the others', and nobody who it is.</summary>
    public static string KeyOf(ExperienceId experience, string subject) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"presence {experience} {subject}")).AsSpan(0, 8));
}

/// <summary>One of them: first name, initial and structure, as agents see one another.</summary>
[GenerateSerializer, Immutable, Alias("spplus.present-person.v1")]
public sealed record PresentPerson
{
    [Id(0)] public required string Key { get; init; }
    [Id(1)] public required string Name { get; init; }
    [Id(2)] public required StructureId Structure { get; init; }
    [Id(3)] public Doing Doing { get; init; }

    /// <summary>The structure whose response is being written.</summary>
    [Id(4)] public StructureId? For { get; init; }
}

[GenerateSerializer, Alias("spplus.doing")]
public enum Doing
{
    Looking = 0,
    Responding = 1,
    Commenting = 2,
}
