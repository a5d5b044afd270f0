using Npgsql;
using NpgsqlTypes;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Mail;

namespace SpPlus.Silo.Projections;

/// <summary>
/// STEP-1: one step, one mail. Queues a mail for each step that the author is told of; the key makes a second one impossible.
/// An adoption is not a step of its own: the author has had the adopted response's mail. What was imported is old news.
/// </summary>
internal sealed class MailProjection(QueueSignal<MailProjection> signal) : IProjection
{
    // Due one after another, in the order of the facts; by the database's clock, as the sender reads it.
    private const string QueueSql = """
        insert into mail.queue (experience, step, structure, version, due_at)
        select experience, step, structure, version, clock_timestamp()
        from unnest($1, $2, $3, $4) as m (experience, step, structure, version)
        on conflict do nothing
        """;

    private bool queued;

    public string Name => "mail";

    public string[] Kinds { get; } =
        FactKinds.NamesOf(typeof(ExperienceSubmitted), typeof(ExperiencePublished), typeof(ExperienceRejected), typeof(ResponsePublished), typeof(ImprovementActionTied));

    public async Task Project(IReadOnlyList<Recorded> facts, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var steps = facts.Select(Step).OfType<Queued>().ToArray();
        queued = steps.Length > 0;
        if (!queued) return;
        await using var command = new NpgsqlCommand(QueueSql, connection);
        Add(NpgsqlDbType.Text, steps.Select(s => s.Experience));
        Add(NpgsqlDbType.Text, steps.Select(s => s.Step));
        Add(NpgsqlDbType.Text, steps.Select(s => s.Structure));
        Add(NpgsqlDbType.Integer, steps.Select(s => s.Version));
        await command.ExecuteNonQueryAsync(cancellation);

        void Add<T>(NpgsqlDbType type, IEnumerable<T> values) =>
            command.Parameters.Add(new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type });
    }

    public void Committed()
    {
        if (queued) signal.Raise();
    }

    private static Queued? Step(Recorded recorded) => recorded.Actor.Kind == Contracts.Experiences.HistoryActor.Import
        ? null
        : recorded.Fact switch
        {
            ExperienceSubmitted { HasAddress: true } => New(recorded, MailStep.Received),
            ExperiencePublished { Moderated: false } => New(recorded, MailStep.Published),
            ExperiencePublished { Moderated: true } => New(recorded, MailStep.PublishedAfterModeration),
            ExperienceRejected => New(recorded, MailStep.Rejected),
            ResponsePublished f => New(recorded, MailStep.ResponsePublished, f.Structure.Value, f.Version),
            ImprovementActionTied f => New(recorded, MailStep.ImprovementAction, f.Action.Value, (int)f.State),
            _ => null,
        };

    private static Queued New(Recorded recorded, string step, string structure = "", int version = 0) =>
        new(recorded.Experience.Value, step, structure, version);

    private sealed record Queued(string Experience, string Step, string Structure, int Version);
}
