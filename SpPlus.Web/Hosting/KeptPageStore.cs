using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace SpPlus.Web.Hosting;

/// <summary>
/// Stores each page twice, the same bytes: for as long as it is fresh, and for as long as it may be shown while PostgreSQL is away.
/// </summary>
internal sealed class KeptPageStore(IOutputCacheStore pages, IOptions<PublicCacheOptions> options) : IOutputCacheStore
{
    /// <summary>What keys begin with (<see cref="CacheVaryByRules.CacheKeyPrefix"/>).</summary>
    public const string Fresh = "fresh";

    public const string Kept = "kept";

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => pages.EvictByTagAsync(tag, cancellationToken);

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => pages.GetAsync(key, cancellationToken);

    public async ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        await pages.SetAsync(key, value, tags, validFor, cancellationToken);
        if (key.StartsWith(Fresh, StringComparison.Ordinal) && options.Value.KeptFor > TimeSpan.Zero)
            await pages.SetAsync(Kept + key[Fresh.Length..], value, tags, options.Value.KeptFor, cancellationToken);
    }
}
