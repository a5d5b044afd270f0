using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using SpPlus.Silo.Database;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Storage;

public sealed class DatabaseStartupTests
{
    [Fact]
    public async Task A_database_that_is_not_created_yet_is_waited_for()
    {
        var server = await PostgresServer.Running();
        var name = $"later_{Guid.NewGuid():n}";
        var heard = new Heard("not ready");
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.AddProvider(heard);
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:spplus", server.ConnectionString(name))]);
        builder.Services.AddNpgsqlDataSource(server.ConnectionString(name));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddDirectory();
        using var host = builder.Build();

        var starting = host.StartAsync();
        await await Task.WhenAny(heard.Task, starting);
        Assert.False(starting.IsCompleted);
        await using (var postgres = NpgsqlDataSource.Create(server.ConnectionString("postgres"))) await postgres.Execute($"create database {name}");

        await starting.WaitAsync(TimeSpan.FromMinutes(1));
        await host.StopAsync();
    }
}
