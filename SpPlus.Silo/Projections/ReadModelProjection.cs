using Npgsql;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Projections;

/// <summary>
/// The rows that lists and public pages read. A batch loads the rows its facts change, changes them in memory and writes each
/// once; comments, by far the most frequent, change none and are not even read.
/// </summary>
internal sealed class ReadModelProjection : IProjection
{
    public const string CheckpointName = "read-model";

    public string Name => CheckpointName;

    public string[] Kinds { get; } =
    [
        .. FactKinds.Stored.Except(FactKinds.NamesOf(
            typeof(CommentAdded), typeof(StructuresMentioned), typeof(CommentMasked), typeof(AddressForgotten), typeof(AddressChanged), typeof(WordsErased),
            typeof(IntentDeclared),
            typeof(ExperienceReported), typeof(ReportsDismissed),
            typeof(TransferRequested), typeof(TransferRefused), typeof(TransferWithdrawn), typeof(TransferExpired),
            typeof(ImprovementActionPublished), typeof(ImprovementActionAmended), typeof(ImprovementActionDone), typeof(ExperiencesTied),
            typeof(ImprovementActionTied), typeof(ImprovementActionEvaluated))),
    ];

    public async Task Project(IReadOnlyList<Recorded> facts, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var rows = await ReadRowSet.Load(facts, connection, cancellation);
        foreach (var recorded in facts) rows.Apply(recorded);
        await rows.Save(connection, cancellation);
    }
}
