using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Reference;

namespace SpPlus.Benchmarks.Baselines;

/// <summary>
/// Baseline (a): the experience is one JSON document with a version. Select, decide with the product's own decisions, update
/// where the version is still the one read, commit; start again when somebody was faster.
/// </summary>
internal sealed class PlainExperiences(NpgsqlDataSource database, ReferenceBook reference, TimeProvider time) : IBaseline
{
    public const string Schema = "create schema plain; create table plain.experiences (id text primary key collate \"C\", version int not null, body json not null)";

    // A real document would keep them all and cost more with every comment; this one keeps the size it starts with.
    private const int Kept = 4;

    public async Task<CommandResult> Execute(ExperienceId id, ExperienceCommand command, Account account)
    {
        while (true)
            if (await Try(id, command, account) is { } result) return result;
    }

    /// <summary>Null when another call wrote between reading and writing.</summary>
    private async Task<CommandResult?> Try(ExperienceId id, ExperienceCommand command, Account account)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (await Read(connection, id) is not ({ } experience, var version)) return new() { Refusal = Refusal.NotFound };
        if (experience.Operations.ContainsKey(command.OperationId)) return new();
        var now = Moment.Now(time);
        var decision = Decide.For(experience, command, new() { Now = now, Account = account, Reference = reference });
        if (decision.Refused is { } refused) return refused;
        var next = decision.Facts.Aggregate(experience, (state, fact) => Fold.Apply(state, new()
        {
            Stream = id, Sequence = state.Sequence + 1, OperationId = command.OperationId, Actor = account.AsActor(),
            HappenedAt = now, RecordedAt = now, Fact = fact,
        }));
        if (!await Write(connection, id, version, Trimmed(next))) return null;
        await transaction.CommitAsync();
        return new();
    }

    private static async Task<(Experience? Experience, int Version)> Read(NpgsqlConnection connection, ExperienceId id)
    {
        await using var command = new NpgsqlCommand("select version, body from plain.experiences where id = $1", connection);
        command.Parameters.Add(new() { Value = id.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? (JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(1), StoredJson.Context.Experience), reader.GetInt32(0))
            : default;
    }

    private static async Task<bool> Write(NpgsqlConnection connection, ExperienceId id, int version, Experience experience)
    {
        await using var command = new NpgsqlCommand(
            "update plain.experiences set version = version + 1, body = $3 where id = $1 and version = $2", connection);
        command.Parameters.Add(new() { Value = id.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = version, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = Document(experience), NpgsqlDbType = NpgsqlDbType.Json });
        return await command.ExecuteNonQueryAsync() == 1;
    }

    public static byte[] Document(Experience experience) => JsonSerializer.SerializeToUtf8Bytes(experience, StoredJson.Context.Experience);

    private static Experience Trimmed(Experience experience) => experience with
    {
        Comments = experience.Comments.Count > Kept ? experience.Comments.RemoveAt(0) : experience.Comments,
        Operations = experience.Operations.Count > Kept ? ImmutableDictionary<Guid, int>.Empty : experience.Operations,
    };
}
