using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Reference;

namespace SpPlus.Benchmarks.Baselines;

/// <summary>
/// Baseline (b): rows. One batch updates the experience and inserts the comment or the response's next version; the update
/// returns what the rights are decided on, and what they refuse is rolled back. A version that is there already is stale.
/// </summary>
internal sealed class RelationalExperiences(NpgsqlDataSource database, ReferenceBook reference, TimeProvider time) : IBaseline
{
    public const string Schema = """
        create schema relational;
        create table relational.experiences (
            id text primary key collate "C", status smallint not null, title text not null, story text not null, pseudonym text,
            structures text[] not null, comment_count int not null default 0, answered int not null default 0, updated_at timestamptz not null);
        create table relational.comments (
            experience text not null collate "C" references relational.experiences (id), operation_id uuid not null, subject text not null,
            name text not null, structure text not null, at timestamptz not null, body text not null, primary key (experience, operation_id));
        create table relational.responses (
            experience text not null collate "C" references relational.experiences (id), structure text not null collate "C", version int not null,
            operation_id uuid not null, status smallint not null, courtesy text, body text not null, signature text, subject text not null,
            name text not null, at timestamptz not null, primary key (experience, structure, version));
        """;

    private const string UpdateSql = """
        update relational.experiences set comment_count = comment_count + $2, answered = answered + $3, updated_at = $4
        where id = $1 and status in (2, 3) returning structures
        """;

    private const string CommentSql = """
        insert into relational.comments (experience, operation_id, subject, name, structure, at, body) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict do nothing
        """;

    private const string ResponseSql = """
        insert into relational.responses (experience, operation_id, subject, name, structure, at, body, version, status, courtesy, signature)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    public Task<CommandResult> Execute(ExperienceId id, ExperienceCommand command, Account account) => command switch
    {
        CommentOnExperience comment => Comment(id, comment, account),
        SaveDraft draft => Respond(id, draft, draft.Response, ResponseStatus.Draft, account),
        PublishResponse publication => Respond(id, publication, publication.Response, ResponseStatus.Published, account),
        _ => Task.FromResult(new CommandResult { Refusal = Refusal.NotFound }),
    };

    private async Task<CommandResult> Comment(ExperienceId id, CommentOnExperience command, Account account)
    {
        var (errors, text) = (new FieldErrors(), Words.Clean(command.Text));
        errors.Require("Text", text, 1, CommentDecisions.MaximumText);
        if (errors.Any) return errors.Refuse().Refused!;
        var insert = Insert(CommentSql, id, command, account, account.Structure, text!);
        return await Commit(Update(id, comments: 1, answered: 0), insert, structures => Sees(account, structures));
    }

    private async Task<CommandResult> Respond(ExperienceId id, ResponseCommand command, ResponseText response, ResponseStatus status, Account account)
    {
        var (errors, text) = (new FieldErrors(), Words.Clean(response.Text) ?? "");
        errors.Require("Text", text, 1, ResponseDecisions.MaximumText);
        if (errors.Any) return errors.Refuse().Refused!;
        if (!Rights.ActsFor(account, command.Structure, reference.Structures) || reference.ValidationRequired(command.Structure))
            return new() { Refusal = Refusal.NotAllowed };
        var insert = Insert(ResponseSql, id, command, account, command.Structure, text);
        insert.Parameters.Add(new() { Value = command.ExpectedVersion + 1, NpgsqlDbType = NpgsqlDbType.Integer });
        insert.Parameters.Add(new() { Value = (short)status, NpgsqlDbType = NpgsqlDbType.Smallint });
        insert.Parameters.Add(Text(Words.CleanOrNull(response.Courtesy)));
        insert.Parameters.Add(Text(Words.CleanOrNull(response.Signature)));
        var update = Update(id, comments: 0, answered: status == ResponseStatus.Published ? 1 : 0);
        return await Commit(update, insert, structures => structures.Contains(command.Structure.Value));
    }

    private async Task<CommandResult> Commit(NpgsqlBatchCommand update, NpgsqlBatchCommand insert, Func<string[], bool> mayAct)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { update, insert } };
        try
        {
            await using (var reader = await batch.ExecuteReaderAsync())
                if (!await reader.ReadAsync() || !mayAct(reader.GetFieldValue<string[]>(0))) return new() { Refusal = Refusal.NotFound };
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return new() { Refusal = Refusal.StaleVersion };
        }

        await transaction.CommitAsync();
        return new();
    }

    private bool Sees(Account account, string[] structures) =>
        Array.Exists(structures, structure => reference.Structures.IsWithin(StructureId.Parse(structure), account.Structure));

    private NpgsqlBatchCommand Update(ExperienceId id, int comments, int answered) => new(UpdateSql)
    {
        Parameters =
        {
            Text(id.Value), new() { Value = comments, NpgsqlDbType = NpgsqlDbType.Integer },
            new() { Value = answered, NpgsqlDbType = NpgsqlDbType.Integer }, Now(),
        },
    };

    private NpgsqlBatchCommand Insert(string sql, ExperienceId id, ExperienceCommand command, Account account, StructureId structure, string text) => new(sql)
    {
        Parameters =
        {
            Text(id.Value), new() { Value = command.OperationId, NpgsqlDbType = NpgsqlDbType.Uuid }, Text(account.Subject), Text(account.DisplayName),
            Text(structure.Value), Now(), Text(text),
        },
    };

    private NpgsqlParameter Now() => new() { Value = Moment.Now(time), NpgsqlDbType = NpgsqlDbType.TimestampTz };

    private static NpgsqlParameter Text(string? value) => new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
