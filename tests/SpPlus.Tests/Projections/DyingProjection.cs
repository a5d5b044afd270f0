using Npgsql;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Projections;

namespace SpPlus.Tests.Projections;

/// <summary>Writes its rows and dies before the checkpoint moves.</summary>
internal sealed class DyingProjection : IProjection
{
    private readonly ReadModelProjection inner = new();

    public string Name => inner.Name;

    public string[]? Kinds => inner.Kinds;

    public async Task Project(IReadOnlyList<Recorded> facts, NpgsqlConnection connection, CancellationToken cancellation)
    {
        await inner.Project(facts, connection, cancellation);
        throw new InvalidOperationException("The silo dies here.");
    }
}
