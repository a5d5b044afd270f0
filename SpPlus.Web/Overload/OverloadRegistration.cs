using Microsoft.Extensions.Options;

namespace SpPlus.Web.Overload;

internal static class OverloadRegistration
{
    public static IHostApplicationBuilder AddOverload(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<OverloadOptions>().BindConfiguration("Overload").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<OverloadOptions>, OverloadOptionsValidator>();
        builder.Services.AddSingleton<BusyPages>();
        builder.Services.AddSingleton<OverloadGate>();
        return builder;
    }

    public static WebApplication UseOverload(this WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<OverloadGate>().Pass);
        return app;
    }
}
