using Npgsql;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Projections;

/// <summary>COMM-1: where each structure was last mentioned, as long as it is concerned.</summary>
internal sealed class MentionProjection : IProjection
{
    private const string MentionedSql = """
        insert into read.mentions as m (structure, experience, sequence) select structure, $2, $3 from unnest($1::text[]) as structure
        on conflict (structure, experience) do update set sequence = greatest(m.sequence, excluded.sequence)
        """;

    public string Name => "mentions";

    public string[] Kinds { get; } = FactKinds.NamesOf(
        typeof(StructuresMentioned), typeof(StructureDetached), typeof(StructureReplaced), typeof(TransferAccepted),
        typeof(ExperienceUnpublished), typeof(ExperienceWithdrawn));

    public async Task Project(IReadOnlyList<Recorded> facts, NpgsqlConnection connection, CancellationToken cancellation)
    {
        foreach (var recorded in facts)
        {
            var experience = recorded.Experience.Value;
            await (recorded.Fact switch
            {
                StructuresMentioned f => Run(MentionedSql, f.Structures.Select(m => m.Value).ToArray(), experience, recorded.Sequence),
                StructureDetached f => Left(f.Structure),
                StructureReplaced f => Left(f.Structure),
                TransferAccepted f => Left(f.Structure),
                ExperienceUnpublished or ExperienceWithdrawn => Run("delete from read.mentions where experience = $1", experience),
                _ => Task.CompletedTask,
            });

            Task Left(StructureId structure) =>
                Run("delete from read.mentions where structure = $1 and experience = $2", structure.Value, experience);
        }

        Task Run(string sql, params object[] values) => connection.Run(sql, values, cancellation);
    }
}
