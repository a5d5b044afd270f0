using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Texts;

namespace SpPlus.Silo.Desk;

/// <summary>
/// What is looked for: the experiences themselves when they are few, else the words. A list that looked for a rare word in the
/// order of its dates would read all of them.
/// </summary>
internal sealed record FoundWords(string Text, string[]? Experiences)
{
    private const int Longest = 200;
    private const int Few = 2_000;

    private const string FindSql = "select id from read.experiences where words @@ read.asked($1) limit $2";

    /// <summary>Null when nothing is looked for.</summary>
    public static async Task<FoundWords?> Find(NpgsqlDataSource database, string? text)
    {
        if (Clean(text) is not { } words) return null;
        if (ExperienceId.TryParse(words, out var id)) return new(words, [id.Value]);
        await using var command = database.CreateCommand(FindSql);
        command.Parameters.Add(new() { Value = words, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = Few + 1 });
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync()) found.Add(reader.GetString(0));
        return new(words, found.Count > Few ? null : [.. found]);
    }

    // A NUL and half a character are refused by PostgreSQL.
    private static string? Clean(string? text) =>
        WellFormed.Of(WellFormed.Cut((text ?? "").Replace('\0', ' '), Longest)).Trim() is { Length: > 0 } words ? words : null;
}
