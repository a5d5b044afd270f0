using Npgsql;
using NpgsqlTypes;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Projections;

namespace SpPlus.Silo.Privacy;

/// <summary>
/// Queues what a withdrawal destroys. Only queues: a call to a grain in the projector's transaction would hold every other
/// projector back for as long as it lasts, since they read below the oldest one that runs.
/// </summary>
internal sealed class ErasureProjection(QueueSignal<ErasureProjection> signal) : IProjection
{
    private bool queued;

    public string Name => "erasure";

    public string[] Kinds { get; } = FactKinds.NamesOf(typeof(ExperienceWithdrawn));

    public async Task Project(IReadOnlyList<Recorded> facts, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var withdrawn = facts.Where(f => f.Fact is ExperienceWithdrawn).Select(f => f.Experience.Value).Distinct().ToArray();
        queued = withdrawn.Length > 0;
        if (!queued) return;
        await using var command = new NpgsqlCommand(
            "insert into privacy.erasures (experience) select unnest($1) on conflict do nothing", connection);
        command.Parameters.Add(new() { Value = withdrawn, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public void Committed()
    {
        if (queued) signal.Raise();
    }
}
