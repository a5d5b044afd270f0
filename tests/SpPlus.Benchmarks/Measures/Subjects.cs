using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Benchmarks.Baselines;
using SpPlus.Benchmarks.Data;
using SpPlus.Benchmarks.Hosts;
using SpPlus.Silo.Database;
using SpPlus.Silo.Import;
using SpPlus.Standalone.Contract;
using SpPlus.Standalone.Parts;

namespace SpPlus.Benchmarks.Measures;

/// <summary>Starts each configuration in processes and a database of its own.</summary>
internal sealed class Subjects(Machine machine)
{
    public async Task<Subject> Cohosted()
    {
        var (silo, web) = Machine.Places();
        var database = await ProductDatabase("cohosted");
        var stack = machine.Connections("cohosted", web);
        var settings = new Dictionary<string, string>(ProcessContract.ForSilo(stack, silo));
        foreach (var (name, value) in ProcessContract.ForWeb(stack, web, [silo])) settings[name] = value;
        await machine.StartHost(BenchmarkHost.Cohosted, web, settings);
        return new ProductSubject("SpPlus, silo and web in one process", web, database, [machine.Process(BenchmarkHost.Cohosted)]);
    }

    public async Task<Subject> Separate()
    {
        var (silo, web) = Machine.Places();
        var database = await ProductDatabase("separate");
        var stack = machine.Connections("separate", web);
        await DotNetProcesses.StartSiloAsync(machine.Children, stack, silo, CancellationToken.None);
        await DotNetProcesses.StartWebAsync(machine.Children, stack, web, [silo], CancellationToken.None);
        return new ProductSubject("SpPlus, silo and web as two processes", web, database, [machine.Process(silo.Name), machine.Process("web")]);
    }

    public async Task<Subject> Plain()
    {
        var (database, address, process) = await Host(BenchmarkHost.Plain, PlainExperiences.Schema);
        return new PlainSubject("(a) select, versioned update", address, database, [process]);
    }

    public async Task<Subject> Relational()
    {
        var (database, address, process) = await Host(BenchmarkHost.Relational, RelationalExperiences.Schema);
        return new RelationalSubject("(b) relational insert, update", address, database, [process]);
    }

    public async Task<Subject> Limit()
    {
        var database = await ProductDatabase("journal");
        var (_, address) = Machine.Places();
        await machine.StartHost(BenchmarkHost.Journal, address, Settings("journal", address));
        return new ProductSubject("the journal alone (the limit)", address, database, [machine.Process(BenchmarkHost.Journal)], projects: false);
    }

    /// <summary>The delivered programs, with the accounts of two thousand agents; the web is known to PostgreSQL by name.</summary>
    public async Task<LiveSubject> Live()
    {
        var (silo, web) = Machine.Places();
        var database = await ProductDatabase("live");
        await LiveSeed.Accounts(database);
        if (!await new ImportTable(database).Append(Seed.Experiences(0), CancellationToken.None)) throw new InvalidOperationException("The experiences are there already.");
        var stack = machine.Connections("live", web);
        await DotNetProcesses.StartSiloAsync(machine.Children, stack, silo, CancellationToken.None);
        var named = stack with { Database = new NpgsqlConnectionStringBuilder(stack.Database) { ApplicationName = LiveSubject.WebName }.ConnectionString };
        await DotNetProcesses.StartWebAsync(machine.Children, named, web, [silo], CancellationToken.None);
        return new("SpPlus, silo and web as two processes", web, machine.Process("web"), machine.Process(silo.Name), database);
    }

    public async Task<OverloadSubject> Overloaded()
    {
        var database = await ProductDatabase("overload");
        if (!await new ImportTable(database).Append(Enumerable.Range(0, OverloadSubject.Rounds).SelectMany(Seed.Experiences), CancellationToken.None)) throw new InvalidOperationException("The experiences are there already.");
        var subject = new OverloadSubject(machine, machine.Connections("overload", Machine.Places().Web), database);
        await subject.Start();
        return subject;
    }

    public async Task<LiveSubject> Broadcast()
    {
        var (_, address) = Machine.Places();
        await machine.StartHost(BenchmarkHost.Broadcast, address, new Dictionary<string, string>
        {
            [ContractKeys.Environment] = "Production", [ContractKeys.Urls] = address.GetLeftPart(UriPartial.Authority),
        });
        return new("(floor) one process, nothing stored", address, machine.Process(BenchmarkHost.Broadcast), null, null);
    }

    private async Task<(NpgsqlDataSource Database, Uri Address, int Process)> Host(string name, string schema)
    {
        var database = await machine.NewDatabase(name);
        await using (var command = database.CreateCommand(schema)) await command.ExecuteNonQueryAsync();
        var (_, address) = Machine.Places();
        await machine.StartHost(name, address, Settings(name, address));
        return (database, address, machine.Process(name));
    }

    private Dictionary<string, string> Settings(string database, Uri address) => new()
    {
        [ContractKeys.Database] = machine.ConnectionString(database),
        [ContractKeys.Redis] = machine.RedisAddress,
        [ContractKeys.Environment] = "Production",
        [ContractKeys.Urls] = address.GetLeftPart(UriPartial.Authority),
    };

    /// <summary>With the callers' accounts: a silo reads them as it starts.</summary>
    private async Task<NpgsqlDataSource> ProductDatabase(string name)
    {
        var database = await machine.NewDatabase(name);
        await new DatabaseMigrator(database, NullLogger<DatabaseMigrator>.Instance).Migrate(CancellationToken.None);
        await using var command = database.CreateCommand(
            "insert into directory.accounts (subject, display_name, profile, structure) select subject, name, 2, $3 from unnest($1, $2) as a (subject, name)");
        command.Parameters.Add(new() { Value = Seed.Accounts.Select(a => a.Subject).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = Seed.Accounts.Select(a => a.DisplayName).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = Seed.Network });
        await command.ExecuteNonQueryAsync();
        return database;
    }
}
