using System.Collections.Immutable;

namespace SpPlus.Contracts.Experiences;

/// <summary>
/// The DITP answers in its own name, whichever structures are awaited (ROUTE-6, RIGHT-3): <c>hors-structures</c> becomes concerned and its
/// response is public at once. What the others owe stays awaited. DITP only. <see cref="Refusal.AlreadyAnswered"/> when it has answered;
/// <see cref="Refusal.AlreadyConcerned"/> while somebody writes its answer.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.give-standing-response.v1")]
public sealed record GiveStandingResponse : ExperienceCommand
{
    [Id(0)] public required ResponseText Response { get; init; }

    /// <summary>The passages that look like personal data and that somebody has looked at: others are refused (PII-1).</summary>
    [Id(1)] public ImmutableArray<string> Reviewed { get; init; } = [];
}
