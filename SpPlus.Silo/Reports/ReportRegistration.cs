namespace SpPlus.Silo.Reports;

internal static class ReportRegistration
{
    public static IHostApplicationBuilder AddReports(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReportQueries>();
        return builder;
    }
}
