using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Accounts;

namespace SpPlus.Silo.Accounts;

/// <summary>The personas of the development identity provider, made accounts. Does nothing outside of Development.</summary>
internal sealed class DevelopmentAccounts(NpgsqlDataSource database, IConfiguration configuration, IHostEnvironment environment)
{
    public async Task Load(CancellationToken cancellation)
    {
        if (configuration["Accounts:DevelopmentFile"] is not { Length: > 0 } file || !environment.IsDevelopment()) return;
        await using var stream = File.OpenRead(file);
        var personas = await JsonSerializer.DeserializeAsync(stream, PersonasJson.Default.ImmutableArrayPersona, cancellation);
        await using var command = database.CreateCommand(
            """
            insert into directory.accounts (subject, display_name, profile, structure, email)
            select * from unnest($1, $2, $3, $4, $5)
            on conflict (subject) do update
            set display_name = excluded.display_name, profile = excluded.profile, structure = excluded.structure, email = excluded.email, enabled = true
            """);
        Add(NpgsqlDbType.Text, personas.Select(p => p.Subject));
        Add(NpgsqlDbType.Text, personas.Select(p => p.DisplayName));
        Add(NpgsqlDbType.Smallint, personas.Select(p => (short)p.Profile));
        Add(NpgsqlDbType.Text, personas.Select(p => p.Structure));
        Add(NpgsqlDbType.Text, personas.Select(p => p.Email));
        await command.ExecuteNonQueryAsync(cancellation);

        void Add<T>(NpgsqlDbType type, IEnumerable<T> values) =>
            command.Parameters.Add(new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type });
    }
}

internal sealed record Persona(string Subject, string DisplayName, Profile Profile, string Structure, string? Email = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ImmutableArray<Persona>))]
internal sealed partial class PersonasJson : JsonSerializerContext;
