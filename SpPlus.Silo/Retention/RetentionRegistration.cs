namespace SpPlus.Silo.Retention;

internal static class RetentionRegistration
{
    public static IHostApplicationBuilder AddRetention(this IHostApplicationBuilder builder)
    {
        builder.AddRetentionReport();
        builder.Services.AddSingleton<RetentionTelemetry>();
        builder.Services.AddSingleton<RetentionRound>();
        builder.Services.AddHostedService<RetentionWatch>();
        return builder;
    }

    /// <summary>What the operator's command needs: counting, no silo.</summary>
    public static IHostApplicationBuilder AddRetentionReport(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<RetentionOptions>().BindConfiguration("Retention").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<RetentionTable>();
        builder.Services.AddSingleton<RetentionRuns>();
        return builder;
    }
}
