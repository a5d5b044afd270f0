using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;
using StackExchange.Redis;
#if !ASPIRE_CLIENTS
using Azure.Storage.Blobs;
#endif

namespace SpPlus.ServiceDefaults;

/// <summary>
/// The resources a process may ask for, each from <c>ConnectionStrings:name</c>. Built with <c>AspireClients=true</c> the Aspire
/// client packages register them; otherwise the plain packages do, under the same keys.
/// </summary>
public static class ResourceExtensions
{
    // What the connection string says wins: a later keyword replaces an earlier one.
    // Nothing here leaves anything behind in a session, so connections go back to the pool as they are: resetting costs seven statements.
    private const string DatabaseDefaults = "Maximum Pool Size=16;Max Auto Prepare=128;Auto Prepare Min Usages=2;No Reset On Close=true;";

    /// <summary>
    /// Registers <see cref="NpgsqlDataSource"/>. What this process prefers stands in the form of a connection string that ends with a
    /// semicolon; how ill it is while PostgreSQL is away is its own too.
    /// </summary>
    public static TBuilder AddSpPlusDatabase<TBuilder>(
        this TBuilder builder, string name = "spplus", string defaults = "", HealthStatus whileAway = HealthStatus.Unhealthy)
        where TBuilder : IHostApplicationBuilder
    {
        var connectionString = new NpgsqlConnectionStringBuilder(DatabaseDefaults + defaults + builder.RequireConnectionString(name)).ConnectionString;
        // Orleans' providers open connections of their own from this key: they must not run unprepared, nor on a pool of 100.
        builder.Configuration.AddInMemoryCollection([new($"ConnectionStrings:{name}", connectionString)]);
#if ASPIRE_CLIENTS
        builder.AddNpgsqlDataSource(name, settings => settings.DisableHealthChecks = true);
#else
        builder.Services.AddNpgsqlDataSource(connectionString);
#endif
        builder.Services.AddSingleton<DatabaseHealth>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>(name, whileAway);
        return builder;
    }

    /// <summary>
    /// Registers <see cref="IConnectionMultiplexer"/>, under the key Orleans' clustering asks for and without a key. A process that
    /// starts before Redis waits for it in the background instead of failing.
    /// </summary>
    public static TBuilder AddSpPlusRedis<TBuilder>(this TBuilder builder, string name = "redis")
        where TBuilder : IHostApplicationBuilder
    {
#if ASPIRE_CLIENTS
        builder.AddKeyedRedisClient(name, settings => settings.DisableHealthChecks = true, Persevere);
#else
        var options = ConfigurationOptions.Parse(builder.RequireConnectionString(name));
        Persevere(options);
        builder.Services.AddKeyedSingleton<IConnectionMultiplexer>(name, (_, _) => ConnectionMultiplexer.Connect(options));
#endif
        builder.Services.AddSingleton(services => services.GetRequiredKeyedService<IConnectionMultiplexer>(name));
        builder.Services.AddHealthChecks().AddCheck<RedisHealth>(name);
        return builder;
    }

    /// <summary>Registers <c>BlobServiceClient</c>.</summary>
    public static TBuilder AddSpPlusBlobs<TBuilder>(this TBuilder builder, string name = "blobs")
        where TBuilder : IHostApplicationBuilder
    {
#if ASPIRE_CLIENTS
        builder.AddAzureBlobServiceClient(name, settings => settings.DisableHealthChecks = true);
#else
        var connectionString = builder.RequireConnectionString(name);
        builder.Services.AddSingleton(_ => new BlobServiceClient(connectionString));
#endif
        return builder;
    }

    private static void Persevere(ConfigurationOptions options)
    {
        options.AbortOnConnectFail = false;
        // Whoever asks for it first waits for this many attempts, and answers no probe meanwhile; later ones are made in the background, without end.
        options.ConnectRetry = 1;
        options.ReconnectRetryPolicy = new ExponentialRetry(deltaBackOffMilliseconds: 250, maxDeltaBackOffMilliseconds: 5_000);
    }

    private static string RequireConnectionString(this IHostApplicationBuilder builder, string name) =>
        builder.Configuration.GetConnectionString(name)
        ?? throw new InvalidOperationException($"The configuration has no ConnectionStrings:{name}.");
}
