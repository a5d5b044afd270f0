using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace SpPlus.Web.Limits;

internal static class LimitsRegistration
{
    public static IHostApplicationBuilder AddLimits(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<LimitsOptions>().BindConfiguration("Limits").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<LimitsOptions>, LimitsOptionsValidator>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ClientMark>();
        builder.Services.AddSingleton<SharedCounters>();
        builder.Services.AddSingleton<LocalCounters>();
        builder.Services.AddSingleton<RateLimits>();
        return builder;
    }
}
