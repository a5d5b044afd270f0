using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SpPlus.Contracts.Reference;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Reference;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(StructureIdJson)])]
[JsonSerializable(typeof(ReferenceLists))]
[JsonSerializable(typeof(ImmutableArray<ShippedTerm>))]
[JsonSerializable(typeof(ImmutableArray<ShippedReason>))]
[JsonSerializable(typeof(ImmutableArray<ShippedNetwork>))]
[JsonSerializable(typeof(ImmutableArray<ShippedQuestion>))]
[JsonSerializable(typeof(Dictionary<string, ImmutableArray<ShippedTerm>>))]
[JsonSerializable(typeof(Dictionary<string, ShippedFormulas>))]
[JsonSerializable(typeof(Dictionary<string, ImmutableArray<ResponseTemplate>>))]
internal sealed partial class ReferenceJson : JsonSerializerContext;

/// <summary>All the lists but the structures, as one row of <c>directory.lists</c>.</summary>
internal sealed record ReferenceLists
{
    public required ImmutableArray<Network> Networks { get; init; }
    public required ImmutableArray<Department> Departments { get; init; }
    public required ImmutableArray<Term> Countries { get; init; }
    public required ImmutableArray<Term> Channels { get; init; }
    public required ImmutableArray<Term> GeneralTags { get; init; }
    public required ImmutableArray<RejectionReason> RejectionReasons { get; init; }
    public required ImmutableArray<Term> Improvements { get; init; }
    public required ImmutableArray<Procedure> Procedures { get; init; }
    public required ImmutableArray<Question> Questions { get; init; }
    public required ImmutableArray<Term> ReportReasons { get; init; }
}

internal sealed record ShippedTerm(string Id, string Fr, string? En);

internal sealed record ShippedReason(string Id, string Fr, string En, string MessageFr, string MessageEn);

internal sealed record ShippedNetwork(string Id, string ShortName, bool ValidationRequired);

internal sealed record ShippedQuestion(int Number, string Theme, string Question, string Answer);

internal sealed record ShippedFormulas(ImmutableArray<string> Courtesies, ImmutableArray<string> Signatures);
