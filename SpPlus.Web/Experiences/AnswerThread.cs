using System.Collections.Immutable;
using SpPlus.Contracts.Structures;

namespace SpPlus.Web.Experiences;

/// <summary>One text on the thread: whose it is, who adopted it, and whether it completes the one above.</summary>
public sealed record AnswerCard(PublicStanding Answer, ImmutableArray<PublicStanding> Adopters, bool IsComplement)
{
    /// <summary>Those who adopted it before it was amended, and have not confirmed: the text as it stands is not theirs.</summary>
    public ImmutableArray<PublicStanding> EarlierAdopters { get; init; } = [];

    public bool IsAmended => Answer.Version > 1;
}

/// <summary>
/// One card a text (RESP-3): a joint answer is one card with all its names, and what completes an answer follows it.
/// The oldest answer comes first.
/// </summary>
internal static class AnswerThread
{
    public static ImmutableArray<AnswerCard> Of(ImmutableArray<PublicStanding> standings)
    {
        var texts = standings.Where(s => s.Response is not null && s.Adopted is null).OrderBy(s => s.PublishedAt).ToArray();
        var shown = texts.Select(s => s.Structure).ToHashSet();
        var adopters = standings.Where(s => s.Adopted is not null).OrderBy(s => s.PublishedAt).ToLookup(s => s.Adopted!.Value);
        var complements = texts.Where(IsComplement).ToLookup(s => s.Complements!.Value);
        var cards = ImmutableArray.CreateBuilder<AnswerCard>();
        var placed = new HashSet<StructureId>();
        foreach (var first in texts.Where(s => !IsComplement(s))) Place(first, isComplement: false);
        // Two that say they complete one another are under nobody: they are shown all the same.
        foreach (var left in texts) Place(left, isComplement: false);
        return cards.ToImmutable();

        bool IsComplement(PublicStanding s) => s.Complements is { } completed && completed != s.Structure && shown.Contains(completed);

        static bool Confirms(PublicStanding adopter, PublicStanding answer) => answer.Version <= 1 || adopter.AdoptedVersion == answer.Version;

        void Place(PublicStanding answer, bool isComplement)
        {
            if (!placed.Add(answer.Structure)) return;
            var all = adopters[answer.Structure];
            cards.Add(new(answer, [.. all.Where(a => Confirms(a, answer))], isComplement) { EarlierAdopters = [.. all.Where(a => !Confirms(a, answer))] });
            foreach (var complement in complements[answer.Structure]) Place(complement, isComplement: true);
        }
    }
}
