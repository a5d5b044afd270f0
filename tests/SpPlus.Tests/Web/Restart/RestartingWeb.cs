using SpPlus.Tests.Infrastructure;
using SpPlus.Tests.Limits;

namespace SpPlus.Tests.Web.Restart;

/// <summary>An address where one web after another stands, all with the same keys unless they are said to be gone.</summary>
internal sealed class RestartingWeb : IAsyncDisposable
{
    private readonly SiloUnderTest silo;
    private readonly RedisUnderTest redis = new();
    private WholeWeb web = null!;

    private RestartingWeb(SiloUnderTest silo) => this.silo = silo;

    public Uri Address => web.Address;

    public static async Task<RestartingWeb> Start(SiloUnderTest silo)
    {
        var restarting = new RestartingWeb(silo);
        restarting.web = await WholeWeb.Start(silo, restarting.redis);
        return restarting;
    }

    /// <summary>The web ends, another one comes.</summary>
    public async Task Replaced(RedisUnderTest? keys = null, IGrainFactory? grains = null)
    {
        var address = Address;
        await web.DisposeAsync();
        web = await WholeWeb.Start(silo, keys ?? redis, address, grains);
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        await redis.DisposeAsync();
    }
}
