namespace SpPlus.Web.Hosting;

internal static class PublicCache
{
    public const string Policy = "public";

    /// <summary>Public pages are kept for a few seconds: a burst of readers costs one reading.</summary>
    public static IHostApplicationBuilder AddPublicCache(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOutputCache(options => options.AddPolicy(Policy, policy => policy
            .Expire(TimeSpan.FromSeconds(2))
            .SetVaryByHeader("Accept-Language", "Cookie")
            .SetVaryByQuery("*")));
        return builder;
    }
}
