using SpPlus.Silo.Accounts;
using SpPlus.Silo.Reference;

namespace SpPlus.Silo.Database;

internal static class DatabaseRegistration
{
    /// <summary>What a command-line run needs too: schema and directory, no silo.</summary>
    public static IHostApplicationBuilder AddDirectory(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DatabaseMigrator>();
        builder.Services.AddSingleton<ReferenceTables>();
        builder.Services.AddSingleton<ReferenceLibrary>();
        builder.Services.AddSingleton<DevelopmentAccounts>();
        builder.Services.AddSingleton<AccountDirectory>();
        builder.Services.AddHostedService<DatabaseStartup>();
        builder.Services.AddHostedService<DirectoryRefresh>();
        return builder;
    }
}
