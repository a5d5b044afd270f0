using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace SpPlus.Web.Hosting;

/// <summary>
/// Public pages are kept for a few seconds: a burst of readers costs one reading. They are kept longer, apart, for when PostgreSQL is
/// away (<see cref="KeptPages"/>). They are the same for everybody but for the language: only what was made for somebody who is not
/// signed in is kept, and everybody may be shown it.
/// </summary>
internal static class PublicCache
{
    private const string Policy = "public";

    public static IHostApplicationBuilder AddPublicCache(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PublicCacheOptions>().BindConfiguration("PublicCache").ValidateOnStart();
        services.AddSingleton<IValidateOptions<PublicCacheOptions>, PublicCacheOptionsValidator>();
        services.AddOutputCache(options => options.AddPolicy(Policy, policy => policy
            .AddPolicy<PublicPagePolicy>()
            .VaryByValue(_ => KeyValuePair.Create("langue", CultureInfo.CurrentUICulture.TwoLetterISOLanguageName))
            .SetVaryByQuery("*")));
        services.AddOptions<OutputCacheOptions>()
            .Configure<IOptions<PublicCacheOptions>>((cache, own) =>
                (cache.DefaultExpirationTimeSpan, cache.SizeLimit) = (own.Value.FreshFor, own.Value.Megabytes * 1024L * 1024));
        // ASP.NET's own store stays underneath.
        var store = services.Last(service => service.ServiceType == typeof(IOutputCacheStore)).ImplementationFactory!;
        services.AddSingleton<IOutputCacheStore>(provider =>
            new KeptPageStore((IOutputCacheStore)store(provider), provider.GetRequiredService<IOptions<PublicCacheOptions>>()));
        services.AddSingleton<KeptPages>();
        return builder;
    }

    /// <summary>The endpoint answers everybody with the same page, whoever asks: nothing of a person may be on it.</summary>
    public static TBuilder IsPublic<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.CacheOutput(Policy).WithMetadata(PublicPageMark.Instance);

    public static WebApplication UsePublicCache(this WebApplication app)
    {
        var kept = app.Services.GetRequiredService<KeptPages>();
        app.Use((context, next) => context.GetEndpoint()?.Metadata.GetMetadata<PublicPageMark>() is null ? next(context) : kept.Show(context, next));
        app.UseOutputCache();
        return app;
    }

    private sealed class PublicPageMark
    {
        public static readonly PublicPageMark Instance = new();
    }
}
