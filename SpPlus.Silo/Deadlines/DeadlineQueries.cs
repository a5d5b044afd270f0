using Npgsql;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Deadlines;

/// <summary>The next deadlines, as the read model knows them.</summary>
internal sealed class DeadlineQueries(NpgsqlDataSource database)
{
    private const string NextSql = """
        select experience, min(due_at) from (
            (select experience, publishes_at as due_at from read.standings
             where publishes_at is not null and open order by publishes_at limit $1)
            union all
            (select experience, expires_at from read.transfers
             where approver is not null order by expires_at limit $1)) d
        group by experience order by 2 limit $1
        """;

    /// <summary>The soonest first.</summary>
    public async Task<List<Deadline>> Next(int limit, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(NextSql);
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var next = new List<Deadline>();
        while (await reader.ReadAsync(cancellation))
            next.Add(new(ExperienceId.Parse(reader.GetString(0)), reader.GetFieldValue<DateTimeOffset>(1)));
        return next;
    }
}
