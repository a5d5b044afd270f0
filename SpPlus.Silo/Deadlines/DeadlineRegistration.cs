namespace SpPlus.Silo.Deadlines;

internal static class DeadlineRegistration
{
    public static IHostApplicationBuilder AddDeadlines(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<DeadlineOptions>().BindConfiguration("Deadlines").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<DeadlineQueries>();
        builder.Services.AddSingleton<DeadlineWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DeadlineWatch>());
        return builder;
    }
}
