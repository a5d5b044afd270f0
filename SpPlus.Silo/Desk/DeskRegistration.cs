namespace SpPlus.Silo.Desk;

internal static class DeskRegistration
{
    public static IHostApplicationBuilder AddDesk(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DeskQueries>();
        return builder;
    }
}
