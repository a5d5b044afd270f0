namespace SpPlus.Silo.Privacy;

internal static class PrivacyRegistration
{
    public static IHostApplicationBuilder AddPrivacy(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<VaultOptions>().BindConfiguration("Vault").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<SealedBox>();
        builder.Services.AddSingleton<Eraser>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Eraser>());
        return builder;
    }
}
