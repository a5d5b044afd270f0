using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Projections;

/// <summary>
/// What a batch changes in <c>read.standing_counts</c>: rows are subtracted as they were loaded and added as they are saved.
/// </summary>
internal sealed class StandingCounts
{
    // In the order of the statuses' numbers.
    private static readonly string[] Columns = ["to_do", "draft", "to_validate", "published", "adopted", "not_concerned", "publishing"];

    private static readonly string Sql = $"""
        insert into read.standing_counts as c (structure, feeling, {string.Join(", ", Columns)})
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (structure, feeling) do update
        set {string.Join(", ", Columns.Select(c => $"{c} = c.{c} + excluded.{c}"))}
        """;

    private readonly Dictionary<(string Structure, short Feeling), int[]> changes = [];
    private readonly HashSet<(string Structure, short Feeling)> attached = [];

    /// <summary>A structure that ever was concerned has its row, be it zero: where batches end must not show.</summary>
    public void Attach(StandingRow row) => attached.Add((row.Structure, row.Feeling));

    public void Subtract(StandingRow row) => Count(row, -1);

    public void Add(StandingRow row) => Count(row, 1);

    public async Task Save(NpgsqlConnection connection, CancellationToken cancellation)
    {
        foreach (var key in attached) changes.TryAdd(key, new int[Columns.Length]);
        var rows = changes.Where(c => attached.Contains(c.Key) || c.Value.Any(n => n != 0)).ToArray();
        if (rows.Length == 0) return;
        var command = new NpgsqlCommand(Sql, connection)
            .WithColumn(NpgsqlDbType.Text, rows.Select(r => r.Key.Structure))
            .WithColumn(NpgsqlDbType.Smallint, rows.Select(r => r.Key.Feeling));
        foreach (var (column, _) in Columns.Index()) command.WithColumn(NpgsqlDbType.Integer, rows.Select(r => r.Value[column]));
        await command.Run(cancellation);
    }

    private void Count(StandingRow row, int by)
    {
        if (!row.Open) return;
        var key = (row.Structure, row.Feeling);
        if (!changes.TryGetValue(key, out var counts)) changes.Add(key, counts = new int[Columns.Length]);
        counts[row.ListedAs - ResponseStatus.ToDo] += by;
    }
}
