using SpPlus.EndToEnd.Infrastructure;
using Xunit;

namespace SpPlus.EndToEnd;

/// <summary>That what finds nothing on the pages would find something.</summary>
[Collection(PlatformCollection.Name)]
public sealed class BarrierTests(Platform platform)
{
    [Fact]
    public async Task A_page_that_shuts_people_out_is_found()
    {
        var visitor = await platform.Person();
        await visitor.Opens("/");
        Assert.Empty(await Barriers.Found(visitor.Page));
        await visitor.Page.EvaluateAsync(
            """
            () => {
                const main = document.querySelector('main');
                main.insertAdjacentHTML('beforeend', '<img src="/favicon.ico"><input name="sans-nom"><p>Peu lisible</p>');
                // As a script may: the page's policy has no style of an attribute.
                Object.assign(main.lastElementChild.style, { color: '#999', background: '#aaa' });
            }
            """);
        Assert.Equal(["color-contrast", "image-alt", "label"], (await Barriers.Found(visitor.Page)).Select(b => b.Split(':')[0]).Order(StringComparer.Ordinal));
        await visitor.Page.Context.CloseAsync();
    }
}
