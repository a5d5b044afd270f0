using Npgsql;
using SpPlus.Contracts.Structures;

namespace SpPlus.Benchmarks.Data;

/// <summary>A read model of 50,000 open standings and 150,000 answered ones in 15,000 structures, made by PostgreSQL itself.</summary>
internal static class InboxSeed
{
    public const string Agent = "agent-1";
    public const string RareWord = "rarissime";
    public const string CommonWord = "remboursement";

    private const string FillSql = """
        create temp table words as select row_number() over () n, w from unnest(string_to_array(
            'dossier demande conseiller agence courrier attestation rendez-vous téléphone plateforme réponse déclaration versement adresse '
            || 'formulaire pièce justificative espace personnel accueil guichet délai remboursement retard explication service impôts '
            || 'allocation retraite carte permis mairie préfecture document erreur site connexion identité enfant logement travail salaire '
            || 'santé médecin hôpital école transport handicap fauteuil attente file heure semaine relance appel message accueillant rapide '
            || 'lent incompréhensible perdu bloqué refusé accepté traité envoyé reçu', ' ')) w;
        insert into read.experiences (id, status, title, story, contact_date, department, feeling, services, submitted_at, published_at, answer_status)
        select upper(lpad(to_hex(i), 5, '0') || '-' || lpad(to_hex((i::bigint * 2654435761) % 1048576), 5, '0')), 2,
            (select string_agg(w, ' ') from (select w from words order by hashint8(i * 31 + n) limit 6) t),
            (select string_agg(w, ' ') from (select w from words, generate_series(1, 3) g order by hashint8(i * 17 + n * 3 + g) limit 140) t)
                || case when i % 5000 = 0 then ' rarissime' else '' end,
            date '2026-01-01', '33', 1 + (i * 7 % 10 >= 3)::int + (i * 7 % 10 >= 5)::int, '{}',
            now() - i * interval '150 seconds', now() - i * interval '150 seconds', 1
        from generate_series(1, 150000) i;
        insert into read.standings (experience, structure, ordinal, status, concerned_since, answered_at, open, assigned_to, feeling, general_tags,
            channels, business_tags, improvements)
        select e.id, 's' || to_char(1 + abs(hashint8(e.n * 2 + o)) % 15000, 'FM00000'), o,
            case when e.n <= 37500 then 1 + (e.n + o) % 3 else 4 + (e.n % 10 >= 8)::int + (e.n % 20 = 7)::int end, e.published_at,
            case when e.n > 37500 then e.published_at + interval '30 hours' end, true, case when e.n % 400 = 0 then 'agent-1' end, e.feeling,
            case when e.n % 3 = 0 then array[(array['accessibility', 'information', 'relation', 'reactivity', 'simplicity'])[1 + e.n % 5]] else '{}' end,
            jsonb_build_array(jsonb_build_object('channel',
                (array['desk', 'phone', 'mail', 'email', 'online', 'account', 'chat', 'social', 'video', 'patrol'])[1 + e.n % 10], 'feeling', 'Negative')),
            case when e.n % 500 = 0 then array['rare'] else '{}' end, '{}'
        from (select *, row_number() over (order by published_at desc) n from read.experiences) e, generate_series(1, 2) o
        where o = 1 or e.n % 3 = 0
        on conflict do nothing;
        insert into read.standing_counts
        select structure, feeling, count(*) filter (where status = 1), count(*) filter (where status = 2), count(*) filter (where status = 3),
            count(*) filter (where status = 4), count(*) filter (where status = 5), count(*) filter (where status = 6), 0
        from read.standings group by 1, 2;
        analyze read.experiences; analyze read.standings; analyze read.standing_counts;
        """;

    /// <summary>A structure with those below it; a network of 3,000; everything.</summary>
    public static (string Name, StructureId[]? Structures)[] Scopes { get; } =
    [
        ("agency, 3 structures", Range(1, 3)), ("network, 3,000 structures", Range(1, 3_000)), ("the DITP, everything", null),
    ];

    public static async Task Fill(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(FillSql);
        command.CommandTimeout = 900;
        await command.ExecuteNonQueryAsync();
    }

    private static StructureId[] Range(int first, int count) => [.. Enumerable.Range(first, count).Select(i => StructureId.Parse($"s{i:00000}"))];
}
