using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>What becomes of a command: facts to record, or a refusal. Never both.</summary>
internal sealed record Decision
{
    public ImmutableArray<Fact> Facts { get; private init; } = [];
    public CommandResult? Refused { get; private init; }

    public static Decision Of(params ReadOnlySpan<Fact> facts) => new() { Facts = [.. facts] };

    public static Decision Of(IEnumerable<Fact> facts) => new() { Facts = [.. facts] };

    public static Decision Refuse(Refusal refusal, int version = 0) =>
        new() { Refused = new() { Refusal = refusal, Version = version } };

    public static Decision Refuse(ImmutableArray<FieldError> errors) =>
        new() { Refused = new() { Refusal = Refusal.Invalid, Errors = errors } };

    public static Decision Refuse(ImmutableArray<PersonalDataMark> marks) =>
        new() { Refused = new() { Refusal = Refusal.PersonalData, Marks = marks } };

    public static Decision AlreadyDecided(Decided? decided) =>
        new() { Refused = new() { Refusal = Refusal.AlreadyDecided, Decided = decided } };
}
