using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using SpPlus.ServiceDefaults;
using StackExchange.Redis;
using Xunit;

namespace SpPlus.Tests.Stack;

public sealed class ResourceTests
{
    [Fact]
    public void The_database_is_pooled_and_prepared_for_Orleans_providers_too()
    {
        var builder = Builder("spplus", "Host=127.0.0.1;Database=spplus;Username=spplus");
        builder.AddSpPlusDatabase();
        using var app = builder.Build();

        var shared = new NpgsqlConnectionStringBuilder(builder.Configuration.GetConnectionString("spplus"));
        var own = new NpgsqlConnectionStringBuilder(app.Services.GetRequiredService<NpgsqlDataSource>().ConnectionString);

        Assert.Equal((16, 128), (shared.MaxPoolSize, shared.MaxAutoPrepare));
        Assert.Equal((16, 128), (own.MaxPoolSize, own.MaxAutoPrepare));
    }

    [Fact]
    public void What_the_connection_string_says_wins()
    {
        var builder = Builder("spplus", "Host=127.0.0.1;MaxPoolSize=40;Max Auto Prepare=0");
        builder.AddSpPlusDatabase();

        var shared = new NpgsqlConnectionStringBuilder(builder.Configuration.GetConnectionString("spplus"));

        Assert.Equal((40, 0), (shared.MaxPoolSize, shared.MaxAutoPrepare));
    }

    [Fact]
    public void Redis_has_the_key_that_clustering_asks_for_and_does_not_fail_when_it_is_away()
    {
        var builder = Builder("redis", "127.0.0.1:1,connectTimeout=100,connectRetry=0");
        builder.AddSpPlusRedis();
        using var app = builder.Build();

        var redis = app.Services.GetRequiredService<IConnectionMultiplexer>();

        Assert.Same(redis, app.Services.GetRequiredKeyedService<IConnectionMultiplexer>("redis"));
        Assert.False(redis.IsConnected);
    }

    [Fact]
    public void A_missing_connection_string_is_named()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Host.CreateEmptyApplicationBuilder(new()).AddSpPlusBlobs());

        Assert.Contains("ConnectionStrings:blobs", refusal.Message, StringComparison.Ordinal);
    }

    private static HostApplicationBuilder Builder(string name, string connectionString)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new($"ConnectionStrings:{name}", connectionString)]);
        return builder;
    }
}
