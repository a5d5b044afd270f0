using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Import;

/// <summary>A demonstration experience as it ships: its dates count from now.</summary>
internal sealed record DemoExperience
{
    public required string Title { get; init; }
    public required string Story { get; init; }
    public required Feeling Feeling { get; init; }
    public string? Department { get; init; }
    public string? Country { get; init; }
    public required int ContactDaysAgo { get; init; }
    public string? Pseudonym { get; init; }
    public string? Procedure { get; init; }
    public required ImmutableArray<string> Structures { get; init; }
    public required ImmutableDictionary<string, ImmutableArray<ChannelFeeling>> Channels { get; init; }
    public required ImmutableArray<TagFeeling> Tags { get; init; }
    public required ImmutableArray<DemoAnswer> Answers { get; init; }
}

internal sealed record DemoAnswer
{
    public required string Structure { get; init; }
    public string? Courtesy { get; init; }
    public required string Text { get; init; }
    public string? Signature { get; init; }
    public required int HoursAfter { get; init; }
    public IReadOnlyList<string>? AdoptedBy { get; init; }
    public IReadOnlyList<DemoAnswer>? ComplementBy { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ImmutableArray<DemoExperience>))]
[JsonSerializable(typeof(ImmutableArray<DemoAction>))]
internal sealed partial class DemoJson : JsonSerializerContext;
