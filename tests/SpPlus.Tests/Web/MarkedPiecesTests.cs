using SpPlus.Contracts.Experiences;
using SpPlus.Web.Kit;
using Xunit;

namespace SpPlus.Tests.Web;

public sealed class MarkedPiecesTests
{
    [Fact]
    public void A_text_is_its_paragraphs_lines_words_marks_and_masks()
    {
        const string text = "Bonjour, Mme Exemple et […]\nau 06 39 98 00 00\n\nMerci.";
        var paragraphs = MarkedPieces.Of(text, [Mark(text, "Mme Exemple"), Mark(text, "06 39 98 00 00")]);

        Assert.Equal(
            ["[Bonjour, ][<0>Mme Exemple][ et ][[…]]/[au ][<1>06 39 98 00 00]", "[Merci.]"],
            paragraphs.Select(p => string.Join('/', p.Select(Line))));
    }

    [Fact]
    public void A_mark_across_a_line_break_begins_on_one_line_and_ends_on_the_other()
    {
        const string text = "au 3 rue\ndes Exemples.";
        var lines = Assert.Single(MarkedPieces.Of(text, [Mark(text, "3 rue\ndes Exemples")]));

        Assert.Equal([("au ", false, false), ("3 rue", true, false)], lines[0].Select(p => (p.Text, p.IsStart, p.IsEnd)));
        Assert.Equal([("des Exemples", false, true), (".", false, false)], lines[1].Select(p => (p.Text, p.IsStart, p.IsEnd)));
    }

    [Fact]
    public void A_passage_is_found_where_it_stands_in_the_text_as_typed_and_numbers_stay_when_one_is_gone()
    {
        const string recorded = "Mme Exemple puis Mme Absente puis Mme Exemple";
        PersonalDataMark[] marks = [Mark(recorded, "Mme Exemple"), Mark(recorded, "Mme Absente"), Mark(recorded, "Mme Exemple") with { Start = 34 }];
        var pieces = Assert.Single(Assert.Single(MarkedPieces.Of("  Mme Exemple puis Mme Exemple", marks)));

        Assert.Equal(["  ", "<0>Mme Exemple", " puis ", "<2>Mme Exemple"], pieces.Select(Shown));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\n\n\nb\n")]
    [InlineData("[…][…]\n[…]")]
    public void Without_marks_nothing_is_lost_but_empty_paragraphs(string text) => Assert.Equal(
        string.Join("\n\n", text.Split("\n\n").Where(p => p.Length > 0)),
        string.Join("\n\n", MarkedPieces.Of(text, []).Select(p => string.Join('\n', p.Select(l => string.Concat(l.Select(x => x.Text)))))));

    [Theory]
    [InlineData(-5, 3)]
    [InlineData(900, 3)]
    [InlineData(2, 0)]
    public void A_mark_that_fits_nowhere_hides_nothing(int start, int length)
    {
        var mark = new PersonalDataMark { Kind = PersonalDataKind.Name, Start = start, Length = length, Passage = new('x', length) };
        Assert.Equal(["un texte"], MarkedPieces.Of("un texte", [mark]).Single().Single().Select(Shown));
    }

    private static string Line(IReadOnlyList<MarkedPiece> pieces) => string.Concat(pieces.Select(p => $"[{Shown(p)}]"));

    private static string Shown(MarkedPiece piece) => piece.Mark is null ? piece.Text : $"<{piece.Index}>{piece.Text}";

    private static PersonalDataMark Mark(string text, string passage) => new()
    {
        Kind = PersonalDataKind.Name, Start = text.IndexOf(passage, StringComparison.Ordinal), Length = passage.Length, Passage = passage,
    };
}
