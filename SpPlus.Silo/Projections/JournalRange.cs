using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Journal;

namespace SpPlus.Silo.Projections;

/// <summary>The facts of one batch, by where they stand in the journal's order.</summary>
internal sealed record JournalRange(JournalPosition After, JournalPosition UpTo, long Size)
{
    private const string Condition = "(f.transaction, f.position) > ($1::text::xid8, $2) and (f.transaction, f.position) <= ($3::text::xid8, $4)";

    // Ordered by the number, not by a selected column of the same name: as text, 1000 comes before 999 and its facts are lost.
    private const string NextSql = """
        with batch as (
            select f.transaction, f.position from journal.facts f
            where (f.transaction, f.position) > ($1::text::xid8, $2)
              and f.transaction < pg_snapshot_xmin(pg_current_snapshot())
              and ($4::text is null or (f.transaction, f.position) <= ($4::text::xid8, $5))
            order by f.transaction, f.position
            limit $3
        )
        select last.transaction::text as transaction_text, last.position, (select count(*) from batch)
        from batch last
        order by last.transaction desc, last.position desc
        limit 1
        """;

    private const string ReadSql = $"""
        select {FactTable.Columns} from journal.facts f
        where {Condition} and ($5::text[] is null or f.kind = any($5))
        order by f.transaction, f.position
        """;

    /// <summary>
    /// Null when there is none that no running transaction may still precede. Up to <paramref name="until"/>, where another projection
    /// has been already: nothing new appears before it.
    /// </summary>
    public static async Task<JournalRange?> Next(
        NpgsqlConnection connection, JournalPosition after, JournalPosition? until, int limit, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(NextSql, connection);
        after.AddTo(command);
        command.Parameters.Add(new() { Value = limit });
        command.Parameters.Add(new() { Value = (object?)until?.Transaction ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = until?.Number ?? 0 });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (await reader.ReadAsync(cancellation)) return new(after, new(reader.GetString(0), reader.GetInt64(1)), reader.GetInt64(2));
        return until is null ? null : new(after, until, 0);
    }

    public async Task<List<Recorded>> Read(NpgsqlConnection connection, string[]? kinds, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(ReadSql, connection);
        After.AddTo(command);
        UpTo.AddTo(command);
        command.Parameters.Add(new() { Value = kinds ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var facts = new List<Recorded>();
        while (await reader.ReadAsync(cancellation)) facts.Add(FactRows.Recorded(reader));
        return facts;
    }
}

/// <summary>Positions are given before they commit: the transaction comes first.</summary>
internal sealed record JournalPosition(string Transaction, long Number) : IComparable<JournalPosition>
{
    public static readonly JournalPosition Start = new("0", 0);

    public int CompareTo(JournalPosition? other)
    {
        if (other is null) return 1;
        var transactions = ulong.Parse(Transaction, CultureInfo.InvariantCulture).CompareTo(ulong.Parse(other.Transaction, CultureInfo.InvariantCulture));
        return transactions != 0 ? transactions : Number.CompareTo(other.Number);
    }

    public void AddTo(NpgsqlCommand command)
    {
        command.Parameters.Add(new() { Value = Transaction, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = Number });
    }
}
