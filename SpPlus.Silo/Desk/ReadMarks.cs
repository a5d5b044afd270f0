using System.Collections.Immutable;
using Npgsql;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;

namespace SpPlus.Silo.Desk;

/// <summary>How far each person has read each experience, and what their structure is told (COMM-1, ROUTE-5).</summary>
internal sealed class ReadMarks(NpgsqlDataSource database)
{
    // Nothing is written when nothing moved: a page that is opened again costs one read.
    private const string MoveSql = """
        with before as (select sequence from desk.reads where subject = $1 and experience = $2),
        moved as (
            insert into desk.reads as r (subject, experience, sequence)
            select $1, $2, $3 where not exists (select from before where sequence >= $3)
            on conflict (subject, experience) do update set sequence = greatest(r.sequence, excluded.sequence))
        select coalesce((select sequence from before), 0)
        """;

    // Older ones have become history: the counter that every page shows stays small, also for who never looks.
    private static readonly string Latest = $"""
        from read.notices n left join desk.reads r on r.subject = $1 and r.experience = n.experience
        where n.structure = $2 and n.at > $3 and n.kind not in ({(short)NoticeKind.Arrived}, {(short)NoticeKind.ToValidate})
        """;

    private const string Unread = "n.sequence > coalesce(r.sequence, 0)";

    private static readonly string NoticesSql = $"""
        select l.experience, coalesce(e.title, ''), coalesce(f.actor_name, ''), f.actor_structure, l.at, l.kind, l.other, l.is_new
        from (select n.experience, n.sequence, n.at, n.kind, n.other, {Unread} as is_new {Latest} order by n.at desc, n.experience limit 50) l
        join read.experiences e on e.id = l.experience
        join journal.facts f on f.experience = l.experience and f.sequence = l.sequence
        order by l.at desc, l.experience
        """;

    // Who was told that it left has seen it here: there is no page of theirs left to open.
    private static readonly string SeenSql = $"""
        insert into desk.reads as mark (subject, experience, sequence)
        select $1, n.experience, max(n.sequence) {Latest} and {Unread} and n.kind in ({(short)NoticeKind.HandedOver}, {(short)NoticeKind.TakenOff})
        group by n.experience
        on conflict (subject, experience) do update set sequence = greatest(mark.sequence, excluded.sequence)
        """;

    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Where the person had read to before.</summary>
    public async Task<int> Move(string subject, ExperienceId experience, int sequence)
    {
        await using var command = database.CreateCommand(MoveSql);
        command.Parameters.Add(new() { Value = subject });
        command.Parameters.Add(new() { Value = experience.Value });
        command.Parameters.Add(new() { Value = sequence });
        return (int)(await command.ExecuteScalarAsync())!;
    }

    public async Task<int> CountNew(Account account, DateTimeOffset now)
    {
        await using var command = Of(account, now, $"select count(*)::int {Latest} and {Unread}");
        return (int)(await command.ExecuteScalarAsync())!;
    }

    public async Task<ImmutableArray<NoticeView>> Notices(Account account, DateTimeOffset now)
    {
        var notices = ImmutableArray.CreateBuilder<NoticeView>();
        await using (var command = Of(account, now, NoticesSql))
        {
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) notices.Add(Notice(reader));
        }

        await using (var seen = Of(account, now, SeenSql)) await seen.ExecuteNonQueryAsync();
        return notices.ToImmutable();
    }

    private static NoticeView Notice(NpgsqlDataReader reader) => new()
    {
        Experience = ExperienceId.Parse(reader.GetString(0)),
        Title = reader.GetString(1),
        By = reader.GetString(2),
        ByStructure = reader.IsDBNull(3) ? null : StructureId.Parse(reader.GetString(3)),
        At = reader.GetFieldValue<DateTimeOffset>(4),
        Kind = (NoticeKind)reader.GetInt16(5),
        Other = reader.IsDBNull(6) ? null : StructureId.Parse(reader.GetString(6)),
        IsNew = reader.GetBoolean(7),
    };

    private NpgsqlCommand Of(Account account, DateTimeOffset now, string sql)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = account.Subject });
        command.Parameters.Add(new() { Value = account.Structure.Value });
        command.Parameters.Add(new() { Value = now.ToUniversalTime() - Kept });
        return command;
    }
}
