using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Incidents;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Desk;
using SpPlus.Silo.Experiences.Decisions;

namespace SpPlus.Silo.Incidents;

/// <summary>Public experiences to choose from. The DITP's own answer to one is said beside it.</summary>
internal sealed class IncidentQueries(NpgsqlDataSource database)
{
    private const string Columns = """
        e.id, e.title, e.published_at,
        exists (select from read.standings h where h.experience = e.id and h.structure = $1 and h.answered_at is not null)
        """;

    private const string SearchSql = $"""
        select {Columns} from read.experiences e
        where e.status in (2, 3)
          and ($2::text[] is null or e.id = any($2))
          and ($3::text is null or e.words @@ read.asked($3))
          and ($4::text[] is null or exists (
              select from read.standings s where s.experience = e.id and s.open and s.status <> 6 and s.structure = any($4)))
          and ($5::date is null or e.published_at >= ($5::timestamp at time zone 'Europe/Paris'))
          and ($6::date is null or e.published_at < (($6 + 1)::timestamp at time zone 'Europe/Paris'))
          and ($7::timestamptz is null or (e.published_at, e.id) < ($7, $8))
        order by e.published_at desc, e.id desc limit $9
        """;

    private const string ChosenSql = $"""
        select {Columns} from unnest($2) with ordinality c (id, ordinal) join read.experiences e on e.id = c.id
        where e.status in (2, 3) order by c.ordinal
        """;

    public async Task<IncidentChoices> Search(IncidentSearch search, StructureTree tree)
    {
        var (limit, after) = (Math.Clamp(search.Limit, 1, 100), Cursor.Read(search.After, parts: 2));
        var words = await FoundWords.Find(database, search.Words);
        await using var command = database.CreateCommand(SearchSql);
        command.Parameters.Add(Parameter(StandingResponseDecisions.Structure.Value, NpgsqlDbType.Text));
        command.Parameters.Add(Parameter(words?.Experiences, NpgsqlDbType.Array | NpgsqlDbType.Text));
        command.Parameters.Add(Parameter(words is { Experiences: null } ? words.Text : null, NpgsqlDbType.Text));
        command.Parameters.Add(Parameter(
            search.Structure is { } root ? tree.Subtree(root).Select(s => s.Value).ToArray() : null, NpgsqlDbType.Array | NpgsqlDbType.Text));
        command.Parameters.Add(Parameter(search.From, NpgsqlDbType.Date));
        command.Parameters.Add(Parameter(search.To, NpgsqlDbType.Date));
        command.Parameters.Add(Parameter(after?.At, NpgsqlDbType.TimestampTz));
        command.Parameters.Add(Parameter(after?.Keys[0], NpgsqlDbType.Text));
        command.Parameters.Add(Parameter(limit + 1, NpgsqlDbType.Integer));
        var items = await Read(command);
        return new()
        {
            Items = [.. items.Take(limit)],
            Next = items.Length > limit ? Cursor.Write(items[limit - 1].PublishedAt, items[limit - 1].Experience.Value) : null,
        };
    }

    public async Task<ImmutableArray<IncidentChoice>> Chosen(IEnumerable<ExperienceId> experiences)
    {
        await using var command = database.CreateCommand(ChosenSql);
        command.Parameters.Add(Parameter(StandingResponseDecisions.Structure.Value, NpgsqlDbType.Text));
        command.Parameters.Add(Parameter(experiences.Select(e => e.Value).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text));
        return await Read(command);
    }

    private static async Task<ImmutableArray<IncidentChoice>> Read(NpgsqlCommand command)
    {
        await using var reader = await command.ExecuteReaderAsync();
        var items = ImmutableArray.CreateBuilder<IncidentChoice>();
        while (await reader.ReadAsync())
        {
            items.Add(new()
            {
                Experience = ExperienceId.Parse(reader.GetString(0)),
                Title = reader.GetString(1),
                PublishedAt = reader.GetFieldValue<DateTimeOffset>(2),
                IsAnswered = reader.GetBoolean(3),
            });
        }

        return items.ToImmutable();
    }

    private static NpgsqlParameter Parameter(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
