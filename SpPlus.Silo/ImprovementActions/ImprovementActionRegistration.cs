namespace SpPlus.Silo.ImprovementActions;

internal static class ImprovementActionRegistration
{
    public static IHostApplicationBuilder AddImprovementActions(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ImprovementActionOptions>().BindConfiguration("ImprovementActions").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ImprovementActionQueries>();
        builder.Services.AddSingleton<TieQueue>();
        builder.Services.AddSingleton<TieTeller>();
        builder.Services.AddHostedService(services => services.GetRequiredService<TieTeller>());
        return builder;
    }
}
