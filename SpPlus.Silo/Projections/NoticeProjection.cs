using Npgsql;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Projections;

/// <summary>COMM-1, ROUTE-5: what each structure's people are told. What asks them to come goes when they may not come any more.</summary>
internal sealed class NoticeProjection : IProjection
{
    private const string ToldSql = """
        insert into read.notices as n (structure, experience, kind, sequence, at, other, transaction, position)
        select t.structure, f.experience, $3, f.sequence, $5, $6, f.transaction, f.position
        from unnest($1::text[]) as t (structure), journal.facts f where f.experience = $2 and f.sequence = $4
        on conflict (structure, experience, kind) do update
        set sequence = excluded.sequence, at = excluded.at, other = excluded.other, transaction = excluded.transaction, position = excluded.position
        where excluded.sequence > n.sequence
        """;

    private static readonly string LeftSql = Forget(NoticeKind.Mentioned, NoticeKind.Received, NoticeKind.TransferRefused, NoticeKind.Arrived, NoticeKind.ToValidate);
    private static readonly string CameSql = Forget(NoticeKind.HandedOver, NoticeKind.TakenOff);

    public string Name => "notices";

    public string[] Kinds { get; } = FactKinds.NamesOf(
        typeof(StructuresMentioned), typeof(StructureDetached), typeof(StructureReplaced), typeof(TransferAccepted), typeof(TransferRefused),
        typeof(StructureAttached), typeof(ValidationRequested),
        typeof(ExperienceUnpublished), typeof(ExperienceWithdrawn));

    public async Task Project(IReadOnlyList<Recorded> facts, NpgsqlConnection connection, CancellationToken cancellation)
    {
        foreach (var recorded in facts) await Project(recorded, connection, cancellation);
    }

    private static async Task Project(Recorded recorded, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var experience = recorded.Experience.Value;
        switch (recorded.Fact)
        {
            case StructureAttached f when recorded.Actor.Kind != HistoryActor.Import:
                await Tell(NoticeKind.Arrived, null, f.Structure);
                break;
            case ValidationRequested f:
                await Tell(NoticeKind.ToValidate, null, f.Structure);
                break;
            case StructureAttached:
                break;
            case StructuresMentioned f:
                await Tell(NoticeKind.Mentioned, null, [.. f.Structures]);
                break;
            case TransferRefused f:
                await Tell(NoticeKind.TransferRefused, null, f.Structure);
                break;
            case TransferAccepted f:
                await Left(f.Structure);
                await Tell(NoticeKind.HandedOver, f.To, f.Structure);
                await Came(f.To, f.Structure);
                break;
            case StructureReplaced f:
                await Left(f.Structure);
                await Came(f.By, f.Structure);
                break;
            case StructureDetached f:
                await Left(f.Structure);
                await Tell(NoticeKind.TakenOff, null, f.Structure);
                break;
            default:
                await Run("delete from read.notices where experience = $1", experience);
                break;
        }

        Task Left(StructureId structure) => Run(LeftSql, structure.Value, experience);

        async Task Came(StructureId structure, StructureId from)
        {
            await Run(CameSql, structure.Value, experience);
            await Tell(NoticeKind.Received, from, structure);
        }

        Task Tell(NoticeKind kind, StructureId? other, params StructureId[] structures) => Run(
            ToldSql, structures.Select(s => s.Value).ToArray(), experience, (short)kind, recorded.Sequence, recorded.HappenedAt.ToUniversalTime(),
            (object?)other?.Value ?? DBNull.Value);

        Task Run(string sql, params object[] values) => connection.Run(sql, values, cancellation);
    }

    private static string Forget(params ReadOnlySpan<NoticeKind> kinds)
    {
        var list = string.Join(", ", kinds.ToArray().Select(kind => (short)kind));
        return $"delete from read.notices where structure = $1 and experience = $2 and kind in ({list})";
    }
}
