using Npgsql;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Projections;

/// <summary>
/// The rows that lists and public pages read. A batch loads the rows its facts change, changes them in memory and writes each
/// once; comments, by far the most frequent, only move a counter and load nothing.
/// </summary>
internal sealed class ReadModelProjection : IProjection
{
    public string Name => "read-model";

    public async Task Project(IReadOnlyList<Recorded> facts, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var rows = await ReadRowSet.Load(facts, connection, cancellation);
        foreach (var recorded in facts)
            if (recorded.Fact is not CommentAdded) rows.Apply(recorded);
        await rows.Save(connection, cancellation);
        await ReadTables.AddComments(connection, CommentsPerExperience(facts), cancellation);
    }

    private static Dictionary<string, int> CommentsPerExperience(IReadOnlyList<Recorded> facts)
    {
        var added = new Dictionary<string, int>();
        foreach (var recorded in facts)
            if (recorded.Fact is CommentAdded)
                added[recorded.Experience.Value] = added.GetValueOrDefault(recorded.Experience.Value) + 1;
        return added;
    }
}
