using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Benchmarks.Measures;

/// <summary>What is measured: where it answers, the processes that it consists of, and what its database holds.</summary>
internal abstract class Subject(string name, Uri address, NpgsqlDataSource database, IReadOnlyList<int> processes)
{
    public string Name => name;

    public Uri Address => address;

    public IReadOnlyList<int> Processes => processes;

    public NpgsqlDataSource Database => database;

    public abstract Task Fill(int round);

    /// <summary>Until nothing that was acknowledged is still being worked on.</summary>
    public virtual Task Settle() => Task.CompletedTask;

    /// <summary>Durable commands that the database holds for these experiences.</summary>
    public abstract Task<long> Stored(ExperienceId[] experiences);

    /// <summary>Between measures: what one leaves to write is not written during the next.</summary>
    public Task Checkpoint() => Execute("checkpoint");

    public async Task Verify(ExperienceId[] experiences, int acknowledged)
    {
        var stored = await Stored(experiences);
        if (stored != acknowledged) throw new InvalidOperationException($"{Name} acknowledged {acknowledged} commands and stored {stored}.");
    }

    protected async Task Execute(string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    protected async Task<long> Count(string sql, ExperienceId[] experiences)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = experiences.Select(e => e.Value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
