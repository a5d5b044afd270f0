using System.Collections.Immutable;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Reference;

/// <summary>The lists that pages offer and decisions check. One immutable whole, replaced when its version changes.</summary>
[GenerateSerializer, Immutable, Alias("spplus.reference-data.v1")]
public sealed record ReferenceData
{
    [Id(0)] public required long Version { get; init; }
    [Id(1)] public required ImmutableArray<Structure> Structures { get; init; }
    [Id(2)] public required ImmutableArray<Network> Networks { get; init; }
    [Id(3)] public required ImmutableArray<Department> Departments { get; init; }
    [Id(4)] public required ImmutableArray<Term> Countries { get; init; }
    [Id(5)] public required ImmutableArray<Term> Channels { get; init; }
    [Id(6)] public required ImmutableArray<Term> GeneralTags { get; init; }
    [Id(7)] public required ImmutableArray<RejectionReason> RejectionReasons { get; init; }
    [Id(8)] public required ImmutableArray<Term> Improvements { get; init; }
    [Id(9)] public required ImmutableArray<Procedure> Procedures { get; init; }
    [Id(10)] public required ImmutableArray<Question> Questions { get; init; }

    /// <summary>Why visitors report an experience (MOD-4).</summary>
    [Id(11)] public ImmutableArray<Term> ReportReasons { get; init; } = [];
}

/// <summary>An entry of a list, in both languages of the interface.</summary>
[GenerateSerializer, Immutable, Alias("spplus.term.v1")]
public sealed record Term
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string French { get; init; }
    [Id(2)] public required string English { get; init; }
}

/// <summary>A network's own settings and vocabulary (RIGHT-1, QUAL-1).</summary>
[GenerateSerializer, Immutable, Alias("spplus.network.v1")]
public sealed record Network
{
    [Id(0)] public required StructureId Id { get; init; }
    [Id(1)] public required string ShortName { get; init; }
    [Id(2)] public required bool ValidationRequired { get; init; }
    [Id(3)] public ImmutableArray<Term> BusinessTags { get; init; } = [];
    [Id(4)] public ImmutableArray<Formulas> Formulas { get; init; } = [];

    /// <summary>How long a publication may be taken back, 0 to 60 minutes; null for the platform's own default (RESP-5).</summary>
    [Id(5)] public int? UndoMinutes { get; init; }
}

/// <summary>Opening formulas and signatures of a structure, inherited by its descendants; <c>{structure}</c> stands for the name.</summary>
[GenerateSerializer, Immutable, Alias("spplus.formulas.v1")]
public sealed record Formulas
{
    [Id(0)] public required StructureId Structure { get; init; }
    [Id(1)] public ImmutableArray<string> Courtesies { get; init; } = [];
    [Id(2)] public ImmutableArray<string> Signatures { get; init; } = [];

    /// <summary>Texts to begin a response with.</summary>
    [Id(3)] public ImmutableArray<ResponseTemplate> Templates { get; init; } = [];
}

/// <summary>
/// A text to begin a response with. <c>{structure}</c>, <c>{pseudonyme}</c>, <c>{date}</c> (of the contact) and <c>{reference}</c> stand for
/// what they name.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.response-template.v1")]
public sealed record ResponseTemplate
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string Name { get; init; }
    [Id(2)] public required string Text { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.department.v1")]
public sealed record Department
{
    [Id(0)] public required string Code { get; init; }
    [Id(1)] public required string Name { get; init; }
    [Id(2)] public required string Region { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.rejection-reason.v1")]
public sealed record RejectionReason
{
    [Id(0)] public required Term Label { get; init; }

    /// <summary>The sentence the author reads.</summary>
    [Id(1)] public required string FrenchSentence { get; init; }
    [Id(2)] public required string EnglishSentence { get; init; }
}

[GenerateSerializer, Immutable, Alias("spplus.procedure.v1")]
public sealed record Procedure
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string Name { get; init; }
    [Id(2)] public StructureId? Network { get; init; }
}

/// <summary>A question of the agents' FAQ (FAQ-1).</summary>
[GenerateSerializer, Immutable, Alias("spplus.question.v1")]
public sealed record Question
{
    [Id(0)] public required int Number { get; init; }
    [Id(1)] public required string Theme { get; init; }
    [Id(2)] public required string Text { get; init; }
    [Id(3)] public required string Answer { get; init; }
}
