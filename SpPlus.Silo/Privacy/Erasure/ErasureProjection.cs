using Npgsql;
using NpgsqlTypes;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Projections;

namespace SpPlus.Silo.Privacy.Erasure;

/// <summary>
/// Queues what a withdrawal, an erasure, or an author who wants no more mails, destroys. Only queues: a call to a grain in the
/// projector's transaction would hold every other projector back for as long as it lasts, since they read below the oldest one that runs.
/// </summary>
internal sealed class ErasureProjection(QueueSignal<ErasureProjection> signal) : IProjection
{
    private bool queued;

    public string Name => "erasure";

    public string[] Kinds { get; } = FactKinds.NamesOf(typeof(ExperienceWithdrawn), typeof(ErasureAsked), typeof(AddressForgotten));

    public async Task Project(IReadOnlyList<Recorded> facts, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var due = facts.GroupBy(f => f.Experience.Value)
            .Select(experience => new DueErasure(experience.Key, experience.Max(f => ReachOf(f.Fact)), experience.Max(f => f.Sequence)))
            .ToArray();
        queued = due.Length > 0;
        if (!queued) return;
        await using var command = new NpgsqlCommand(
            """
            insert into privacy.erasures as e (experience, reach, sequence) select * from unnest($1, $2, $3)
            on conflict (experience) do update set reach = greatest(e.reach, excluded.reach), sequence = greatest(e.sequence, excluded.sequence)
            """,
            connection);
        await command.WithColumn(NpgsqlDbType.Text, due.Select(d => d.Experience))
            .WithColumn(NpgsqlDbType.Smallint, due.Select(d => (short)d.Reach))
            .WithColumn(NpgsqlDbType.Integer, due.Select(d => d.Sequence))
            .Run(cancellation);
    }

    public void Committed()
    {
        if (queued) signal.Raise();
    }

    private static Reach ReachOf(Fact fact) => fact switch
    {
        ErasureAsked => Reach.EveryWord,
        ExperienceWithdrawn => Reach.AuthorsWords,
        _ => Reach.Address,
    };
}
