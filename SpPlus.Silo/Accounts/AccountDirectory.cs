using System.Collections.Frozen;
using Npgsql;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Accounts;

/// <summary>The enabled accounts, in memory: asked by every command, changed a few times a day.</summary>
internal sealed class AccountDirectory(NpgsqlDataSource database)
{
    private FrozenDictionary<string, Account> accounts = FrozenDictionary<string, Account>.Empty;

    /// <summary>Null for nobody, an unknown subject and a disabled account alike (RIGHT-4).</summary>
    public Account? Find(string? subject) => subject is null ? null : accounts.GetValueOrDefault(subject);

    public IEnumerable<Account> All => accounts.Values;

    public async Task Load(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select subject, display_name, profile, structure, email from directory.accounts where enabled");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var loaded = new List<Account>();
        while (await reader.ReadAsync(cancellation))
        {
            loaded.Add(new()
            {
                Subject = reader.GetString(0),
                DisplayName = reader.GetString(1),
                Profile = (Profile)reader.GetInt16(2),
                Structure = StructureId.Parse(reader.GetString(3)),
                Email = reader.IsDBNull(4) ? null : reader.GetString(4),
            });
        }

        Replace(loaded);
    }

    public void Replace(IEnumerable<Account> enabled) => accounts = enabled.ToFrozenDictionary(a => a.Subject, StringComparer.Ordinal);
}
