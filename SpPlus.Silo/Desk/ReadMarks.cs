using System.Collections.Immutable;
using Npgsql;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;

namespace SpPlus.Silo.Desk;

/// <summary>How far each person has read each experience, and the mentions that are left to read (COMM-1).</summary>
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

    private const string Unread = """
        from read.mentions m
        where m.structure = $2
          and m.sequence > coalesce((select r.sequence from desk.reads r where r.subject = $1 and r.experience = m.experience), 0)
        """;

    private const string MentionsSql = $"""
        select u.experience, coalesce(e.title, ''), coalesce(f.actor_name, ''), f.actor_structure, f.happened_at
        from (select m.experience, m.sequence {Unread}) u
        join read.experiences e on e.id = u.experience
        join journal.facts f on f.experience = u.experience and f.sequence = u.sequence
        order by f.happened_at desc, u.experience
        limit 50
        """;

    /// <summary>Where the person had read to before.</summary>
    public async Task<int> Move(string subject, ExperienceId experience, int sequence)
    {
        await using var command = database.CreateCommand(MoveSql);
        command.Parameters.Add(new() { Value = subject });
        command.Parameters.Add(new() { Value = experience.Value });
        command.Parameters.Add(new() { Value = sequence });
        return (int)(await command.ExecuteScalarAsync())!;
    }

    public async Task<int> CountMentions(Account account)
    {
        await using var command = Of(account, "select count(*)::int " + Unread);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    public async Task<ImmutableArray<Mention>> Mentions(Account account)
    {
        await using var command = Of(account, MentionsSql);
        await using var reader = await command.ExecuteReaderAsync();
        var mentions = ImmutableArray.CreateBuilder<Mention>();
        while (await reader.ReadAsync())
        {
            mentions.Add(new()
            {
                Experience = ExperienceId.Parse(reader.GetString(0)),
                Title = reader.GetString(1),
                By = reader.GetString(2),
                ByStructure = reader.IsDBNull(3) ? null : StructureId.Parse(reader.GetString(3)),
                At = reader.GetFieldValue<DateTimeOffset>(4),
            });
        }

        return mentions.ToImmutable();
    }

    private NpgsqlCommand Of(Account account, string sql)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = account.Subject });
        command.Parameters.Add(new() { Value = account.Structure.Value });
        return command;
    }
}
