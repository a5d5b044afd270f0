using System.Collections.Immutable;

namespace SpPlus.Silo.Mail.Letters;

/// <summary>What a mail says, before it has a form. All of it is plain text: forms escape.</summary>
internal sealed record Letter
{
    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }
    public required string Subject { get; init; }
    public required string Heading { get; init; }
    public required ImmutableArray<Passage> Passages { get; init; }
    public required ImmutableArray<string> Footer { get; init; }
}

internal abstract record Passage;

internal sealed record Paragraph(string Text) : Passage;

/// <summary>Somebody else's words, line feeds kept.</summary>
internal sealed record Quotation(string Text) : Passage;

internal sealed record Link(string Label, string Address) : Passage;
