using SpPlus.Silo.Texts;
using SpPlus.Web.Reference;
using Xunit;

namespace SpPlus.Tests.Web;

public sealed class StructureSearchTests
{
    [Fact]
    public void Whatever_is_typed_can_be_looked_for()
    {
        // Not as inline data: attributes are stored as UTF-8, which has no half pairs.
        string[] typed = ["\uFFFE", "\uD800", "\uDC00", "\uD83F\uDFFE"];
        Assert.All(typed, text => Assert.Equal("herault", StructureSearch.Fold($"Hérault {text}").TrimEnd()));
        Assert.All(typed, text => Assert.Equal("herault", FoldedName.Of($"Hérault {text}")));
    }
}
