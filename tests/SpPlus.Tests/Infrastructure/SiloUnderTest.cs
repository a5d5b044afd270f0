using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.ImprovementActions;
using SpPlus.Silo.Privacy.Erasure;
using SpPlus.Silo.Projections;
using SpPlus.Standalone.Processes;

namespace SpPlus.Tests.Infrastructure;

/// <summary>One silo in this process, everything real but clustering: PostgreSQL, migrations, reference data, projections.</summary>
public sealed class SiloUnderTest : IAsyncDisposable
{
    private readonly IHost host;

    private SiloUnderTest(IHost host, string connectionString) => (this.host, ConnectionString) = (host, connectionString);

    public string ConnectionString { get; }

    public IServiceProvider Services => host.Services;

    internal NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    /// <param name="connectionString">A database of an earlier silo, to come after it; a new one when null.</param>
    public static async Task<SiloUnderTest> Start(string? connectionString = null, Action<IHostApplicationBuilder>? configure = null)
    {
        connectionString ??= await (await PostgresServer.Running()).NewDatabase();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole();
        builder.Configuration.AddInMemoryCollection(
        [
            new("ConnectionStrings:spplus", connectionString),
            new("Vault:MasterKey", Convert.ToBase64String(new byte[32])),
            new("Deadlines:UndoWindow", "00:00:00"),
            new("Orleans:ClusterId", "test"),
            new("Orleans:ServiceId", "spplus"),
            new("Orleans:GrainStorage:Default:ProviderType", "AdoNet"),
            new("Orleans:GrainStorage:Default:Invariant", "Npgsql"),
            new("Orleans:GrainStorage:Default:ConnectionName", "spplus"),
            new("Orleans:Reminders:ProviderType", "AdoNet"),
            new("Orleans:Reminders:Invariant", "Npgsql"),
            new("Orleans:Reminders:ConnectionName", "spplus"),
        ]);
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Services.AddNpgsqlDataSource(connectionString);
        builder.AddSiloServices();
        builder.UseOrleans(silo => silo.UseLocalhostClustering(Ports.Free(), Ports.Free(), serviceId: "spplus", clusterId: "test"));
        configure?.Invoke(builder);
        var host = builder.Build();
        await host.StartAsync();
        return new(host, connectionString);
    }

    public IExperienceGrain Experience(ExperienceId id) => Grains.GetGrain<IExperienceGrain>(id.Value);

    /// <summary>An enabled account, known to the running silo at once.</summary>
    public async Task<Caller> Account(Profile profile, string structure, string? name = null, string? email = null)
    {
        var subject = $"{profile}-{structure}-{Guid.NewGuid():n}".ToLowerInvariant();
        await using var command = Database.CreateCommand(
            "insert into directory.accounts (subject, display_name, profile, structure, email) values ($1, $2, $3, $4, $5)");
        command.Parameters.Add(new() { Value = subject });
        command.Parameters.Add(new() { Value = name ?? profile.ToString() });
        command.Parameters.Add(new() { Value = (short)profile });
        command.Parameters.Add(new() { Value = StructureId.Parse(structure).Value });
        command.Parameters.Add(new() { Value = (object?)email ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync();
        await Services.GetRequiredService<AccountDirectory>().Load(CancellationToken.None);
        return Caller.Agent(subject);
    }

    /// <summary>Returns when every fact that is committed now is in the read model and the mail queue.</summary>
    public async Task Projected()
    {
        while (await Behind()) await Task.WhenAll(Project<ReadModelProjection>(), Project<MailProjection>(), Project<TransferProjection>(), Project<NoticeProjection>(),
            Project<ReportProjection>(), Project<ImprovementActionProjection>());
    }

    /// <summary>Returns when everything that authors took back is destroyed, here and in the read model.</summary>
    public async Task Erased(string but = "")
    {
        do
        {
            await Project<ErasureProjection>();
            await Services.GetRequiredService<Eraser>().DoDue(CancellationToken.None);
        }
        while (await IsErasing(but));
        await Projected();
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    private Task Project<T>() where T : class => ((dynamic)Services.GetRequiredService(typeof(Projector<>).MakeGenericType(typeof(T)))).ProjectOnce(CancellationToken.None);

    private async Task<bool> Behind()
    {
        await using var command = Database.CreateCommand(
            """
            select exists (
                select from (values ('read-model'), ('mail'), ('transfers'), ('notices'), ('reports'), ('improvement-actions')) as p (name)
                left join journal.checkpoints c on c.projection = p.name
                where exists (select from journal.facts f
                              where (f.transaction, f.position) > (coalesce(c.transaction, '0'), coalesce(c.position, 0))))
            """);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private async Task<bool> IsErasing(string but)
    {
        await using var command = Database.CreateCommand(
            """
            select exists (select from privacy.erasures where experience <> $1) or exists (
                select from journal.facts f
                where f.kind in ('experience-withdrawn', 'erasure-asked', 'address-forgotten') and not exists (
                    select from journal.checkpoints c
                    where c.projection = 'erasure' and (c.transaction, c.position) >= (f.transaction, f.position)))
            """);
        command.Parameters.Add(new() { Value = but });
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
