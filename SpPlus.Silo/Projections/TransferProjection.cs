using Npgsql;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Projections;

/// <summary>ROUTE-3 to ROUTE-5: the requests that wait to be resolved, and how often an experience changed hands. Rare facts, one row each.</summary>
internal sealed class TransferProjection : IProjection
{
    private const string RequestedSql = """
        insert into read.transfers (experience, structure, to_structure, reason, asked_by, asked_at, expires_at, approver)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (experience, structure) do update
        set to_structure = excluded.to_structure, reason = excluded.reason, asked_by = excluded.asked_by,
            asked_at = excluded.asked_at, expires_at = excluded.expires_at, approver = excluded.approver
        """;

    private const string AcceptedSql = """
        insert into read.transfer_counts as c (experience, accepted) values ($1, 1)
        on conflict (experience) do update set accepted = c.accepted + 1
        """;

    public string Name => "transfers";

    public string[] Kinds { get; } = FactKinds.NamesOf(
        typeof(TransferRequested), typeof(TransferAccepted), typeof(TransferRefused), typeof(TransferWithdrawn), typeof(TransferExpired),
        typeof(StructureDetached), typeof(StructureReplaced), typeof(ExperienceUnpublished), typeof(ExperienceWithdrawn));

    public async Task Project(IReadOnlyList<Recorded> facts, NpgsqlConnection connection, CancellationToken cancellation)
    {
        foreach (var recorded in facts) await Project(recorded, connection, cancellation);
    }

    private static async Task Project(Recorded recorded, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var experience = recorded.Experience.Value;
        switch (recorded.Fact)
        {
            case TransferRequested f:
                await Run(
                    RequestedSql, experience, f.Structure.Value, f.To.Value, f.Reason, recorded.Actor.Name ?? "",
                    recorded.HappenedAt.ToUniversalTime(), f.ExpiresAt.ToUniversalTime(), (object?)f.Approver?.Value ?? DBNull.Value);
                break;
            case TransferExpired f:
                await Run("update read.transfers set approver = null where experience = $1 and structure = $2", experience, f.Structure.Value);
                break;
            case TransferAccepted f:
                await Run(AcceptedSql, experience);
                await Resolved(f.Structure.Value);
                break;
            case TransferRefused f:
                await Resolved(f.Structure.Value);
                break;
            case TransferWithdrawn f:
                await Resolved(f.Structure.Value);
                break;
            case StructureDetached f:
                await Resolved(f.Structure.Value);
                break;
            case StructureReplaced f:
                await Resolved(f.Structure.Value);
                break;
            default:
                await Run("delete from read.transfers where experience = $1", experience);
                break;
        }

        Task Resolved(string structure) =>
            Run("delete from read.transfers where experience = $1 and structure = $2", experience, structure);

        Task Run(string sql, params object[] values) => connection.Run(sql, values, cancellation);
    }
}
