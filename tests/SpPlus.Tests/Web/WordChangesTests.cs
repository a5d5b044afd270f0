using DiffPlex.DiffBuilder.Model;
using SpPlus.Web.Kit;
using Xunit;

namespace SpPlus.Tests.Web;

public sealed class WordChangesTests
{
    private const int FarBeyond = WordChanges.Longest * 3;

    [Fact]
    public void What_stayed_went_and_came_is_told_in_order() => Assert.Equal(
        [
            (ChangeType.Unchanged, "Bonjour, "), (ChangeType.Deleted, "nous"), (ChangeType.Inserted, "vous"), (ChangeType.Unchanged, " avez bien"),
            (ChangeType.Inserted, " déjà"), (ChangeType.Unchanged, " écrit."),
        ],
        WordChanges.Between("Bonjour, nous avez bien écrit.", "Bonjour, vous avez bien déjà écrit.")!);

    [Theory]
    [InlineData("", "")]
    [InlineData("", "Un  texte\n\nneuf ")]
    [InlineData("Un texte\r\nretiré", "")]
    [InlineData("un deux trois un deux", "deux un trois deux un un")]
    [InlineData("a a a a", "a a")]
    public void Both_texts_can_be_read_in_it(string before, string after)
    {
        var changes = WordChanges.Between(before, after)!;

        Assert.Equal(before, string.Concat(changes.Where(c => c.Type != ChangeType.Inserted).Select(c => c.Text)));
        Assert.Equal(after, string.Concat(changes.Where(c => c.Type != ChangeType.Deleted).Select(c => c.Text)));
    }

    [Fact]
    public void Texts_that_differ_in_more_than_the_bound_are_not_compared()
    {
        // A word and a gap each, and nothing in common but the gaps.
        var (before, after) = (Words("avant", WordChanges.Longest / 4), Words("après", WordChanges.Longest / 4));
        Assert.NotNull(WordChanges.Between(before, after));
        Assert.Null(WordChanges.Between(before + "et encore", after + "ou pas"));
    }

    [Fact]
    public void What_long_texts_share_at_both_ends_does_not_count()
    {
        var (beginning, end) = (Words("début", FarBeyond), Words("fin", FarBeyond));
        Assert.Equal(
            [(ChangeType.Unchanged, beginning), (ChangeType.Deleted, "lundi"), (ChangeType.Inserted, "mardi"), (ChangeType.Unchanged, " " + end)],
            WordChanges.Between(beginning + "lundi " + end, beginning + "mardi " + end)!);
    }

    [Fact]
    public void A_long_text_beside_nothing_is_all_new()
    {
        var text = Words("mot", FarBeyond);
        Assert.Equal([(ChangeType.Inserted, text)], WordChanges.Between("", text)!);
        Assert.Equal([(ChangeType.Deleted, text)], WordChanges.Between(text, "")!);
    }

    private static string Words(string word, int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"{word}{i} "));
}
