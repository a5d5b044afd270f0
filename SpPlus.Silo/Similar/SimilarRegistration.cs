namespace SpPlus.Silo.Similar;

internal static class SimilarRegistration
{
    public static IHostApplicationBuilder AddSimilar(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SimilarQueries>();
        builder.Services.AddSingleton<WaitingSketches>();
        return builder;
    }
}
