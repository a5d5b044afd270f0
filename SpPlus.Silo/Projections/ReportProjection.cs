using Npgsql;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Projections;

/// <summary>MOD-4: the reports that wait. A closed one leaves with its words.</summary>
internal sealed class ReportProjection : IProjection
{
    private const string ReportedSql = """
        insert into read.reports (experience, number, reason, words, at) values ($1, $2, $3, $4, $5) on conflict do nothing
        """;

    public string Name => "reports";

    public string[] Kinds { get; } = FactKinds.NamesOf(
        typeof(ExperienceReported), typeof(ReportsDismissed), typeof(ExperienceUnpublished), typeof(ExperienceWithdrawn));

    public async Task Project(IReadOnlyList<Recorded> facts, NpgsqlConnection connection, CancellationToken cancellation)
    {
        foreach (var recorded in facts)
        {
            var experience = recorded.Experience.Value;
            await (recorded.Fact switch
            {
                ExperienceReported f => connection.Run(
                    ReportedSql, [experience, f.Number, f.Reason, (object?)f.Words ?? DBNull.Value, recorded.HappenedAt.ToUniversalTime()], cancellation),
                ReportsDismissed f => connection.Run("delete from read.reports where experience = $1 and number <= $2", [experience, f.UpTo], cancellation),
                _ => connection.Run("delete from read.reports where experience = $1", [experience], cancellation),
            });
        }
    }
}
