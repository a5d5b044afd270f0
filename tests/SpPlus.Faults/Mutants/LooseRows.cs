using Npgsql;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Projections;

namespace SpPlus.Faults.Mutants;

/// <summary>Writes the rows of the read model in a transaction of their own, a moment after that of the checkpoint.</summary>
internal sealed class LooseRows(ReadModelProjection inner, NpgsqlDataSource database) : IProjection
{
    private Task last = Task.CompletedTask;
    private IReadOnlyList<Recorded> batch = [];

    public string Name => inner.Name;

    public string[]? Kinds => inner.Kinds;

    public Task Project(IReadOnlyList<Recorded> facts, NpgsqlConnection connection, CancellationToken cancellation)
    {
        batch = facts;
        return Task.CompletedTask;
    }

    public void Committed() => last = Write(last, batch);

    private async Task Write(Task before, IReadOnlyList<Recorded> facts)
    {
        await before;
        await Task.Delay(500);
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await inner.Project(facts, connection, CancellationToken.None);
        await transaction.CommitAsync();
    }
}
