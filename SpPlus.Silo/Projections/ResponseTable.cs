using Npgsql;
using NpgsqlTypes;

namespace SpPlus.Silo.Projections;

/// <summary>The SQL of <c>read.responses</c>: each part is written by itself, and nothing is read before.</summary>
internal static class ResponseTable
{
    private const string PublishSql = """
        insert into read.responses as r (experience, structure, version, courtesy, response, signature, complements, published_at)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (experience, structure) do update
        set version = excluded.version, courtesy = excluded.courtesy, response = excluded.response, signature = excluded.signature,
            complements = excluded.complements, published_at = excluded.published_at, adopted = null, adopted_version = null
        """;

    private const string AdoptSql = """
        insert into read.responses as r (experience, structure, adopted, adopted_version, published_at)
        select * from unnest($1, $2, $3, $4, $5)
        on conflict (experience, structure) do update
        set adopted = excluded.adopted, adopted_version = excluded.adopted_version, published_at = excluded.published_at
        """;

    private const string EvaluateSql = """
        update read.responses r set useful = e.useful
        from unnest($1, $2, $3) e (experience, structure, useful)
        where r.experience = e.experience and r.structure = e.structure
        """;

    private const string EraseSql = "update read.responses set courtesy = null, response = null, signature = null where experience = any($1)";

    public static async Task Erase(NpgsqlConnection connection, IReadOnlyCollection<string> experiences, CancellationToken cancellation)
    {
        if (experiences.Count > 0) await new NpgsqlCommand(EraseSql, connection).WithColumn(NpgsqlDbType.Text, experiences).Run(cancellation);
    }

    public static async Task Save(NpgsqlConnection connection, IReadOnlyCollection<ResponseRow> rows, CancellationToken cancellation)
    {
        if (Where(r => r.Text is not null) is { Count: > 0 } published)
        {
            await Command(PublishSql, published)
                .WithColumn(NpgsqlDbType.Integer, published.Select(r => r.Version))
                .WithColumn(NpgsqlDbType.Text, published.Select(r => r.Text!.Courtesy))
                .WithColumn(NpgsqlDbType.Text, published.Select(r => r.Text!.Text))
                .WithColumn(NpgsqlDbType.Text, published.Select(r => r.Text!.Signature))
                .WithColumn(NpgsqlDbType.Text, published.Select(r => r.Text!.Complements?.Value))
                .WithColumn(NpgsqlDbType.TimestampTz, published.Select(r => r.PublishedAt))
                .Run(cancellation);
        }

        if (Where(r => r.Adopted is not null) is { Count: > 0 } adopted)
        {
            await Command(AdoptSql, adopted)
                .WithColumn(NpgsqlDbType.Text, adopted.Select(r => r.Adopted))
                .WithColumn(NpgsqlDbType.Integer, adopted.Select(r => r.AdoptedVersion))
                .WithColumn(NpgsqlDbType.TimestampTz, adopted.Select(r => r.PublishedAt))
                .Run(cancellation);
        }

        if (Where(r => r.Useful is not null) is { Count: > 0 } evaluated)
            await Command(EvaluateSql, evaluated).WithColumn(NpgsqlDbType.Boolean, evaluated.Select(r => r.Useful)).Run(cancellation);

        List<ResponseRow> Where(Func<ResponseRow, bool> condition) => [.. rows.Where(condition)];
        NpgsqlCommand Command(string sql, List<ResponseRow> keys) => new NpgsqlCommand(sql, connection)
            .WithColumn(NpgsqlDbType.Text, keys.Select(r => r.Experience))
            .WithColumn(NpgsqlDbType.Text, keys.Select(r => r.Structure));
    }
}
