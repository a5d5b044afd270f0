using Npgsql;
using NpgsqlTypes;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Projections;

/// <summary>
/// STEP-1: one step, one mail. Queues a mail for each step that the author is told of; the key makes a second one impossible.
/// An adoption is not a step of its own: the author has had the adopted response's mail. What was imported is old news.
/// </summary>
internal sealed class MailProjection : IProjection
{
    private const string QueueSql = """
        insert into mail.queue (experience, step, structure, version, queued_at, due_at, changed_at)
        select experience, step, structure, version, at, at, at
        from unnest($1, $2, $3, $4, $5) as m (experience, step, structure, version, at)
        on conflict do nothing
        """;

    public string Name => "mail";

    public async Task Project(IReadOnlyList<Recorded> facts, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var steps = facts.Select(Step).OfType<MailStep>().ToArray();
        if (steps.Length == 0) return;
        await using var command = new NpgsqlCommand(QueueSql, connection);
        Add(NpgsqlDbType.Text, steps.Select(s => s.Experience));
        Add(NpgsqlDbType.Text, steps.Select(s => s.Step));
        Add(NpgsqlDbType.Text, steps.Select(s => s.Structure));
        Add(NpgsqlDbType.Integer, steps.Select(s => s.Version));
        Add(NpgsqlDbType.TimestampTz, steps.Select(s => s.At));
        await command.ExecuteNonQueryAsync(cancellation);

        void Add<T>(NpgsqlDbType type, IEnumerable<T> values) =>
            command.Parameters.Add(new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type });
    }

    private static MailStep? Step(Recorded recorded) => recorded.Actor.Kind == Contracts.Experiences.HistoryActor.Import
        ? null
        : recorded.Fact switch
        {
            ExperienceSubmitted { HasAddress: true } => New(recorded, "received"),
            ExperiencePublished { Moderated: false } => New(recorded, "published"),
            ExperiencePublished { Moderated: true } => New(recorded, "published-after-moderation"),
            ExperienceRejected => New(recorded, "rejected"),
            ResponsePublished f => New(recorded, "response-published", f.Structure.Value, f.Version),
            _ => null,
        };

    private static MailStep New(Recorded recorded, string step, string structure = "", int version = 0) =>
        new(recorded.Experience.Value, step, structure, version, recorded.HappenedAt.ToUniversalTime());

    private sealed record MailStep(string Experience, string Step, string Structure, int Version, DateTimeOffset At);
}
