using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace SpPlus.Web.Overload;

internal static class OverloadRegistration
{
    public static IHostApplicationBuilder AddOverload(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<OverloadOptions>().BindConfiguration("Overload").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<OverloadOptions>, OverloadOptionsValidator>();
        // The system drops what does not find room before it is accepted, and whoever came tries again a second later. It allows 4,096 by itself.
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.Backlog = 4_096);
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
