using Microsoft.AspNetCore.OutputCaching;

namespace SpPlus.Web.Hosting;

/// <summary>Which of the two copies of a page is asked for, and the address by which both are forgotten.</summary>
internal sealed class PublicPagePolicy : IOutputCachePolicy
{
    public static string TagOf(PathString path) => path.Value!.ToUpperInvariant();

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var isKept = KeptPages.AreAskedFor(context.HttpContext);
        context.CacheVaryByRules.CacheKeyPrefix = isKept ? KeptPageStore.Kept : KeptPageStore.Fresh;
        context.Tags.Add(TagOf(context.HttpContext.Request.Path));
        // Somebody who is signed in is shown what was kept for everybody; nothing that is made for them is.
        if (isKept) (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage) = (true, true, false);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;
}
