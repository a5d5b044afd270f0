using SpPlus.Contracts.Experiences;

namespace SpPlus.Web.Kit;

/// <summary>A part of a line: words, what moderation took out, or a marked passage.</summary>
public sealed record MarkedPiece(string Text)
{
    /// <summary>How a text shows what moderation took out of it (MOD-2).</summary>
    public const string Mask = "[…]";

    public PersonalDataMark? Mark { get; init; }

    /// <summary>The mark's number among the text's marks, from 0.</summary>
    public int Index { get; init; }

    /// <summary>The mark begins here: one that crosses a line break has a piece on each line.</summary>
    public bool IsStart { get; init; }

    /// <summary>The mark ends here.</summary>
    public bool IsEnd { get; init; }

    public bool IsMask => Mark is null && Text == Mask;
}
