using SpPlus.Web.Kit;
using Xunit;

namespace SpPlus.Tests.Web;

public sealed class ExcerptTests
{
    private const string Bee = "\uD83D\uDC1D";

    [Fact]
    public void A_text_that_fits_is_shown_whole()
    {
        Assert.Equal("", Excerpt.Of("", 180));
        Assert.Equal(new string('字', 180), Excerpt.Of(new string('字', 180), 180));
    }

    [Fact]
    public void It_ends_at_a_word() => Assert.Equal("Un récit…", Excerpt.Of("Un récit assez long", 12));

    [Theory]
    [InlineData("字")]
    [InlineData("ก")]
    [InlineData("https://exemple.fr/")]
    public void Without_a_space_it_ends_between_two_characters(string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 200));

        Assert.Equal(text[..180] + "…", Excerpt.Of(text, 180));
        Assert.Equal("Voir " + text[..175] + "…", Excerpt.Of("Voir " + text, 180));
    }

    [Fact]
    public void It_never_ends_within_a_character() =>
        Assert.Equal("a" + string.Concat(Enumerable.Repeat(Bee, 4)) + "…", Excerpt.Of("a" + string.Concat(Enumerable.Repeat(Bee, 9)), 10));
}
