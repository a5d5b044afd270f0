using SpPlus.Web.Moderation;
using Xunit;

namespace SpPlus.Tests.Web;

public sealed class AgeTests
{
    [Theory]
    [InlineData(0.5, "Age.Now", 0)]
    [InlineData(59, "Age.Minutes", 59)]
    [InlineData(60, "Age.Hours", 1)]
    [InlineData(47 * 60, "Age.Hours", 47)]
    [InlineData(48 * 60, "Age.Days", 2)]
    [InlineData(-3, "Age.Now", 0)]
    public void What_waits_is_told_in_the_unit_that_people_use(double minutes, string key, int count) =>
        Assert.Equal((key, count), Ages.Of(TimeSpan.FromMinutes(minutes)));
}
