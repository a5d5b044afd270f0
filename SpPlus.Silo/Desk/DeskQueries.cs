using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Moderation;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Desk;

/// <summary>The read model as moderators list it, and what may be taken back.</summary>
internal sealed class DeskQueries(NpgsqlDataSource database)
{
    private const string ToModerateSql = """
        select id, submitted_at, feeling, department, services from read.experiences
        where status = 1 and ($1::timestamptz is null or (submitted_at, id) > ($1, $2))
        order by submitted_at, id limit $3
        """;

    private const string PublishingSql = """
        select s.experience, s.structure, e.title, s.publishes_at
        from read.standings s join read.experiences e on e.id = s.experience
        where s.publishes_at is not null and s.open and s.structure = any($1)
        order by s.publishes_at, s.experience limit 20
        """;

    public async Task<ImmutableArray<PublishingItem>> Publishing(StructureId[] structures)
    {
        await using var command = database.CreateCommand(PublishingSql);
        command.Parameters.Add(new() { Value = structures.Select(s => s.Value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync();
        var items = ImmutableArray.CreateBuilder<PublishingItem>();
        while (await reader.ReadAsync())
        {
            items.Add(new()
            {
                Experience = ExperienceId.Parse(reader.GetString(0)),
                Structure = StructureId.Parse(reader.GetString(1)),
                Title = reader.IsDBNull(2) ? "" : reader.GetString(2),
                ClosesAt = reader.GetFieldValue<DateTimeOffset>(3),
            });
        }

        return items.ToImmutable();
    }

    public async Task<int> CountToModerate()
    {
        await using var command = database.CreateCommand("select count(*)::int from read.experiences where status = 1");
        return (int)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Titles are sealed, so they are left for the caller to fill.</summary>
    public async Task<ModerationQueue> ToModerate(ModerationQueueQuery query)
    {
        var limit = Math.Clamp(query.Limit, 1, 100);
        var after = Cursor.Read(query.After, parts: 2);
        await using var command = database.CreateCommand(ToModerateSql);
        command.Parameters.Add(Moment(after?.At));
        command.Parameters.Add(Text(after?.Keys[0]));
        command.Parameters.Add(new() { Value = limit + 1 });
        var items = new List<ModerationItem>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                items.Add(new()
                {
                    Experience = ExperienceId.Parse(reader.GetString(0)),
                    Title = "",
                    SubmittedAt = reader.GetFieldValue<DateTimeOffset>(1),
                    Feeling = (Feeling)reader.GetInt16(2),
                    Department = reader.IsDBNull(3) ? null : reader.GetString(3),
                    Services = Structures(reader, 4),
                });
            }
        }

        var page = items.Take(limit).ToImmutableArray();
        return new()
        {
            Items = page,
            Count = await CountToModerate(),
            Next = items.Count > limit ? Cursor.Write(page[^1].SubmittedAt, page[^1].Experience.Value) : null,
        };
    }

    private static ImmutableArray<StructureId> Structures(NpgsqlDataReader reader, int column) =>
        [.. reader.GetFieldValue<string[]>(column).Select(StructureId.Parse)];

    private static NpgsqlParameter Text(string? value) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Moment(DateTimeOffset? value) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
