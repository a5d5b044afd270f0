using SpPlus.ServiceDefaults;
using SpPlus.Web.Experiences;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Live;

internal static class LiveEndpoints
{
    public static IHostApplicationBuilder AddLive(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IExperienceAudiences, ExperienceAudiences>();
        builder.Services.AddSingleton<Fragments>();
        builder.Services.AddSingleton<LiveRooms>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LiveRooms>());
        builder.Services.AddSingleton<LivePages>();
        return builder;
    }

    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        var rooms = routes.ServiceProvider.GetRequiredService<LiveRooms>();
        // Before the server waits for its requests to end, which these do not.
        routes.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(rooms.Close);
        routes.MapGet("/agents/experiences/{id}/direct", (HttpContext context, string id, string? depuis, LivePages pages) => pages.Follow(context, id, depuis)).IsNeverTurnedAway();
        routes.MapPost("/agents/experiences/{id}/presence", (HttpContext context, string id, PostedForm form, LivePages pages) => pages.Signal(context, id, form))
            .FormsNeedSession();
    }
}
