using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Contracts.Incidents;

/// <summary>A cluster of experiences and the one response that the DITP gives to all of them (ROUTE-6).</summary>
[GenerateSerializer, Immutable, Alias("spplus.open-incident.v1")]
public sealed record OpenIncident
{
    public const int MaximumExperiences = 500;

    /// <summary>The same for the same content: opened again, nothing changes.</summary>
    [Id(0)] public required Guid Id { get; init; }

    /// <summary>For the DITP's own list; 5 to 150 characters.</summary>
    [Id(1)] public required string Title { get; init; }
    [Id(2)] public required ResponseText Response { get; init; }

    /// <summary>The passages that look like personal data and that somebody has looked at: others are refused (PII-1).</summary>
    [Id(3)] public ImmutableArray<string> Reviewed { get; init; } = [];

    /// <summary>1 to 500.</summary>
    [Id(4)] public required ImmutableArray<ExperienceId> Experiences { get; init; }

    /// <summary>Without the words: calls may be logged.</summary>
    public override string ToString() => $"{nameof(OpenIncident)} {Id}";
}
