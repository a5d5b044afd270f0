using Npgsql;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Projections;

/// <summary>ROUTE-2 to ROUTE-4: which structure took over from which, so that the next one is sent to the right place at once (ROUTE-1).</summary>
internal sealed class ReattachmentProjection : IProjection
{
    private const string Sql = """
        insert into read.reattachments (experience, sequence, structure, successor, at) values ($1, $2, $3, $4, $5) on conflict do nothing
        """;

    public string Name => "reattachments";

    public string[] Kinds { get; } = FactKinds.NamesOf(typeof(StructureReplaced), typeof(TransferAccepted));

    public async Task Project(IReadOnlyList<Recorded> facts, NpgsqlConnection connection, CancellationToken cancellation)
    {
        foreach (var recorded in facts)
        {
            var (structure, successor) = recorded.Fact switch
            {
                StructureReplaced f => (f.Structure, f.By),
                TransferAccepted f => (f.Structure, f.To),
                _ => default,
            };
            await connection.Run(
                Sql, [recorded.Experience.Value, recorded.Sequence, structure.Value, successor.Value, recorded.HappenedAt.ToUniversalTime()], cancellation);
        }
    }
}
