using Npgsql;
using NpgsqlTypes;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Projections;

namespace SpPlus.Silo.Privacy;

/// <summary>
/// Queues what a withdrawal, or an author who wants no more mails, destroys. Only queues: a call to a grain in the projector's transaction would hold every other
/// projector back for as long as it lasts, since they read below the oldest one that runs.
/// </summary>
internal sealed class ErasureProjection(QueueSignal<ErasureProjection> signal) : IProjection
{
    private bool queued;

    public string Name => "erasure";

    public string[] Kinds { get; } = FactKinds.NamesOf(typeof(ExperienceWithdrawn), typeof(AddressForgotten));

    public async Task Project(IReadOnlyList<Recorded> facts, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var due = facts.Where(f => f.Fact is ExperienceWithdrawn or AddressForgotten)
            .GroupBy(f => f.Experience.Value)
            .ToDictionary(experience => experience.Key, experience => experience.All(f => f.Fact is AddressForgotten));
        queued = due.Count > 0;
        if (!queued) return;
        await using var command = new NpgsqlCommand(
            """
            insert into privacy.erasures as e (experience, address_only) select * from unnest($1, $2)
            on conflict (experience) do update set address_only = e.address_only and excluded.address_only
            """,
            connection);
        command.Parameters.Add(new() { Value = due.Keys.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = due.Values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Boolean });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public void Committed()
    {
        if (queued) signal.Raise();
    }
}
