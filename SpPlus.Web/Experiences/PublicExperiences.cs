using System.Collections.Immutable;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Kit;
using SpPlus.Web.Reference;

namespace SpPlus.Web.Experiences;

/// <summary>
/// Reads the read model's published rows, and only those. Whoever asked may leave, and the reading ends by itself: told to end, it
/// would wait for a server that is silent.
/// </summary>
internal sealed class PublicExperiences(NpgsqlDataSource database, ReferenceCache reference)
{
    private const int ExcerptLength = 320;

    // Longer than what is shown, so that what is left out shows.
    private const int ReadLength = ExcerptLength + 1;

    private const string Columns = """
        id, title, pseudonym, contact_date, department, country, feeling, procedure, published_at, status, answer_status,
        general_tags::text, submitted_at
        """;

    // A statement of its own where a structure is asked for: behind an "or" the planner could not start from the structure's rows,
    // and a rare one would cost a look at every published experience.
    private const string ListSql = $"""
        select {Columns}, left(story, $8) from read.experiences e
        where status in (2, 3) and $1::text[] is null
        """;

    private const string ListOfStructuresSql = $"""
        select {Columns}, left(story, $8) from read.experiences e
        where status in (2, 3)
          and exists (select from read.standings s where s.experience = e.id and s.open and s.structure = any($1) and s.status <> 6)
        """;

    private const string FilterSql = """

          and ($2::text is null or department = $2)
          and ($3::smallint is null or feeling = $3)
          and ($4::smallint is null or answer_status = $4)
          and ($5::timestamptz is null or (published_at, id) < ($5, $6))
        order by published_at desc, id desc
        limit $7
        """;

    private const string FindSql = $"select {Columns}, story from read.experiences where id = $1 and status in (2, 3)";

    private const string StandingsSql = """
        select s.experience, s.structure, s.status, s.channels::text,
               r.courtesy, r.response, r.signature, r.published_at, r.complements, r.adopted, r.useful,
               s.answered_at, coalesce(r.version, 0), r.adopted_version, s.business_tags, s.improvements
        from read.standings s left join read.responses r using (experience, structure)
        where s.experience = any($1) and s.status <> 6 order by s.experience, s.ordinal
        """;

    /// <summary>Whether it is a <see cref="PublicList.Next"/>.</summary>
    public static bool IsCursor(string text) => ReadCursor(text) is not null;

    public Task<PublicExperience?> Find(ExperienceId id, CancellationToken cancellation) => Find(id).WaitAsync(cancellation);

    public Task<PublicList> List(PublicListQuery query, CancellationToken cancellation) => List(query).WaitAsync(cancellation);

    private async Task<PublicExperience?> Find(ExperienceId id)
    {
        await using var command = database.CreateCommand(FindSql);
        command.Parameters.Add(new() { Value = id.Value });
        return (await Read(command)).SingleOrDefault();
    }

    private async Task<PublicList> List(PublicListQuery query)
    {
        var limit = Math.Clamp(query.Limit, 1, PublicListQuery.MaximumLimit);
        var after = ReadCursor(query.After);
        await using var command = database.CreateCommand((query.Structure is null ? ListSql : ListOfStructuresSql) + FilterSql);
        command.Parameters.Add(Parameter(
            query.Structure is { } structure ? reference.Current.Structures.Subtree(structure).Select(s => s.Value).ToArray() : null,
            NpgsqlDbType.Array | NpgsqlDbType.Text));
        command.Parameters.Add(Parameter(query.Department, NpgsqlDbType.Text));
        command.Parameters.Add(Parameter((short?)query.Feeling, NpgsqlDbType.Smallint));
        command.Parameters.Add(Parameter((short?)query.Answer, NpgsqlDbType.Smallint));
        command.Parameters.Add(Parameter(after?.At, NpgsqlDbType.TimestampTz));
        command.Parameters.Add(Parameter(after?.Id, NpgsqlDbType.Text));
        command.Parameters.Add(Parameter(limit + 1, NpgsqlDbType.Integer));
        command.Parameters.Add(Parameter(query.WholeStories ? int.MaxValue : ReadLength, NpgsqlDbType.Integer));
        var items = await Read(command);
        var page = items.Take(limit).Select(item => query.WholeStories ? item : item with { Story = Excerpt.Of(item.Story, ExcerptLength) }).ToImmutableArray();
        return new(page, items.Count > limit ? WriteCursor(page[^1]) : null);
    }

    private async Task<List<PublicExperience>> Read(NpgsqlCommand command)
    {
        var items = new List<PublicExperience>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) items.Add(Experience(reader));
        var standings = await Standings(items);
        return [.. items.Select(item => item with { Standings = [.. standings[item.Id.Value]] })];
    }

    private async Task<ILookup<string, PublicStanding>> Standings(List<PublicExperience> items)
    {
        await using var command = database.CreateCommand(StandingsSql);
        command.Parameters.Add(Parameter(items.Select(i => i.Id.Value).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text));
        await using var reader = await command.ExecuteReaderAsync();
        var standings = new List<(string Experience, PublicStanding Standing)>();
        while (await reader.ReadAsync()) standings.Add((reader.GetString(0), Standing(reader)));
        return standings.ToLookup(s => s.Experience, s => s.Standing);
    }

    private static PublicExperience Experience(NpgsqlDataReader row) => new()
    {
        Id = ExperienceId.Parse(row.GetString(0)),
        Title = row.GetString(1),
        Pseudonym = Text(row, 2),
        ContactDate = row.GetFieldValue<DateOnly>(3),
        Department = Text(row, 4),
        Country = Text(row, 5),
        Feeling = (Feeling)row.GetInt16(6),
        Procedure = Text(row, 7),
        PublishedAt = row.GetFieldValue<DateTimeOffset>(8),
        Moderated = (ExperienceStatus)row.GetInt16(9) == ExperienceStatus.PublishedAfterModeration,
        AnswerStatus = (AnswerStatus)row.GetInt16(10),
        GeneralTags = ReadModelJson.Tags(row.GetString(11)),
        WrittenAt = row.GetFieldValue<DateTimeOffset>(12),
        Story = row.GetString(13),
    };

    private static PublicStanding Standing(NpgsqlDataReader row) => new()
    {
        Structure = StructureId.Parse(row.GetString(1)),
        Status = (ResponseStatus)row.GetInt16(2),
        Channels = ReadModelJson.Channels(row.GetString(3)),
        Courtesy = Text(row, 4),
        Response = Text(row, 5),
        Signature = Text(row, 6),
        PublishedAt = row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7),
        Complements = Structure(row, 8),
        Adopted = Structure(row, 9),
        Useful = row.IsDBNull(10) ? null : row.GetBoolean(10),
        AnsweredAt = row.IsDBNull(11) ? null : row.GetFieldValue<DateTimeOffset>(11),
        Version = row.GetInt32(12),
        AdoptedVersion = row.IsDBNull(13) ? null : row.GetInt32(13),
        BusinessTags = [.. row.GetFieldValue<string[]>(14)],
        Improvements = [.. row.GetFieldValue<string[]>(15)],
    };

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static StructureId? Structure(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : StructureId.Parse(row.GetString(column));

    private static NpgsqlParameter Parameter(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    private static string WriteCursor(PublicExperience last) =>
        (last.PublishedAt.UtcTicks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture) + "~" + last.Id.Value;

    private static (DateTimeOffset At, string Id)? ReadCursor(string? text) =>
        text?.Split('~') is [var at, var id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
        && microseconds <= DateTimeOffset.MaxValue.UtcTicks / TimeSpan.TicksPerMicrosecond
        && ExperienceId.TryParse(id, out _)
            ? (new(microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero), id)
            : null;
}
