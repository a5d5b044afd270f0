using SpPlus.Silo.Moderation;

namespace SpPlus.Silo.Desk;

internal static class DeskRegistration
{
    public static IHostApplicationBuilder AddDesk(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => new UnpreparedDatabase(
            builder.Configuration.GetConnectionString("spplus") ?? throw new InvalidOperationException("The configuration has no ConnectionStrings:spplus.")));
        builder.Services.AddSingleton<DeskQueries>();
        builder.Services.AddSingleton<InboxQueries>();
        builder.Services.AddSingleton<InboxPlaces>();
        builder.Services.AddSingleton<WaitingCounts>();
        builder.Services.AddSingleton<SavedFilters>();
        builder.Services.AddSingleton<TransferQueries>();
        builder.Services.AddSingleton<ReadMarks>();
        builder.Services.AddSingleton<TellingChoices>();
        builder.Services.AddSingleton<ReattachmentQueries>();
        builder.Services.AddSingleton<SuggestionDesk>();
        return builder;
    }
}
