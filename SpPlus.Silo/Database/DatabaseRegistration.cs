using SpPlus.Silo.Accounts;
using SpPlus.Silo.Reference;
using SpPlus.Silo.Restore;

namespace SpPlus.Silo.Database;

internal static class DatabaseRegistration
{
    /// <summary>
    /// What a command-line run needs too: schema and directory, no silo. One that is restoring takes a restored database as it is.
    /// </summary>
    public static IHostApplicationBuilder AddDirectory(this IHostApplicationBuilder builder, bool isRestoring = false)
    {
        builder.Services.AddSingleton<DatabaseMigrator>();
        builder.Services.AddSingleton<DatabaseHome>();
        builder.Services.AddSingleton(services => new RestoreGuard(services.GetRequiredService<DatabaseHome>(), isOff: isRestoring));
        builder.Services.AddSingleton<ReferenceTables>();
        builder.Services.AddSingleton<ReferenceLibrary>();
        builder.Services.AddSingleton<DevelopmentAccounts>();
        builder.Services.AddSingleton<AccountDirectory>();
        builder.Services.AddHostedService<DatabaseStartup>();
        builder.Services.AddHostedService<DirectoryRefresh>();
        return builder;
    }
}
