using SpPlus.Silo.Privacy.Erasure;
using SpPlus.Silo.Privacy.Rotation;

namespace SpPlus.Silo.Privacy;

internal static class PrivacyRegistration
{
    public static IHostApplicationBuilder AddPrivacy(this IHostApplicationBuilder builder)
    {
        builder.AddSealing();
        builder.Services.AddSingleton<ErasureQueue>();
        builder.Services.AddSingleton<WordEraser>();
        builder.Services.AddSingleton<Eraser>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Eraser>());
        builder.Services.AddSingleton<KeyRotation>();
        builder.Services.AddHostedService(services => services.GetRequiredService<KeyRotation>());
        return builder;
    }

    /// <summary>What the operator's command needs: the keys, no silo.</summary>
    public static IHostApplicationBuilder AddSealing(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<VaultOptions>().BindConfiguration("Vault").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<SealedBox>();
        builder.Services.AddSingleton<SealedKeys>();
        return builder;
    }
}
