using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SpPlus.ServiceDefaults;

internal static class DrainRegistration
{
    public static void AddDrain(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<DrainOptions>().BindConfiguration("Drain").ValidateOnStart();
        services.AddSingleton<IValidateOptions<DrainOptions>, DrainOptionsValidator>();
        services.AddSingleton<Drain>();
        services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.AddHealthChecks().AddCheck<Drain>("drain");
        // What it does after the grace has as long as ever.
        services.AddOptions<HostOptions>().PostConfigure<IOptions<DrainOptions>>((host, drain) => host.ShutdownTimeout += drain.Value.Grace);
    }
}
