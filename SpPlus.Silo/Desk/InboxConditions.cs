using System.Globalization;
using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Desk;

/// <summary>
/// An inbox query as conditions on <c>read.standings s</c>. Only what is asked for is in the statement, so that each is planned
/// for itself.
/// </summary>
internal sealed class InboxConditions(InboxQuery query, InboxScope scope)
{
    /// <summary>What waits again goes on being as old as it is.</summary>
    private const string ElapsedSql = "case when s.waiting then {0} else coalesce(s.answered_at, {0}) end - s.concerned_since";

    private readonly List<string> conditions = [];
    private readonly List<NpgsqlParameter> parameters = [];

    /// <summary>Where answers are awaited, whoever waits longest comes first.</summary>
    public bool OldestFirst => query.Waiting || query.Status is ResponseStatus.ToDo or ResponseStatus.Draft or ResponseStatus.ToValidate;

    /// <summary>Nothing but the structures and the feelings: the counts are kept by those.</summary>
    public static bool AreCounted(InboxQuery query) => query is
    {
        Age: null, Channel: null, GeneralTag: null, BusinessTag: null, Text: null, AssignedToMe: false, Flagged: false,
    };

    public InboxConditions InView()
    {
        if (OldestFirst)
        {
            conditions.Add("s.waiting");
            // Said once more in the order of the index.
            AddAge("s.concerned_since <= {0} - interval '{1}'", "s.concerned_since > {0} - interval '{1}'");
        }

        if (query.Status is { } status)
        {
            // Said in the words of the index.
            if (!OldestFirst) conditions.Add("not s.waiting");
            Add(status == ResponseStatus.ToValidate ? "(s.amending or s.status = {0})" : "not s.amending and s.status = {0}", (short)status, NpgsqlDbType.Smallint);
        }

        if (!query.Feelings.IsDefaultOrEmpty)
            Add("s.feeling = any({0})", query.Feelings.Select(f => (short)f).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Smallint);
        return this;
    }

    /// <summary>Everything but the view and the feelings.</summary>
    public InboxConditions InOthers(FoundWords? words)
    {
        conditions.Add("s.open");
        if (scope.Structures is { } structures)
            Add("s.structure = any({0})", structures.Select(s => s.Value).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
        if (query.Channel is { } channel)
            Add("s.channels @> {0}", new JsonArray(new JsonObject { ["channel"] = channel }).ToJsonString(), NpgsqlDbType.Jsonb);
        if (query.GeneralTag is { } tag) Add("{0} = any(s.general_tags)", tag, NpgsqlDbType.Text);
        if (query.BusinessTag is { } business) Add("{0} = any(s.business_tags)", business, NpgsqlDbType.Text);
        if (query.AssignedToMe) Add("s.assigned_to = {0}", scope.Subject, NpgsqlDbType.Text);
        if (query.Flagged)
            conditions.Add($"exists (select from read.transfer_counts t where t.experience = s.experience and t.accepted >= {InboxQueries.FlaggedFrom})");
        AddAge(ElapsedSql + " >= interval '{1}'", ElapsedSql + " < interval '{1}'");
        if (words is { Experiences: { } few }) Add("s.experience = any({0})", few, NpgsqlDbType.Array | NpgsqlDbType.Text);
        else if (words is not null)
            Add("exists (select from read.experiences w where w.id = s.experience and w.words @@ read.asked({0}))", words.Text, NpgsqlDbType.Text);
        return this;
    }

    public InboxConditions After(Cursor? cursor) => cursor is null ? this : Beside(cursor, OldestFirst ? '>' : '<');

    public InboxConditions Before(Cursor cursor) => Beside(cursor, OldestFirst ? '<' : '>');

    public InboxConditions At(Cursor cursor) => Beside(cursor, '=');

    public NpgsqlCommand Command(NpgsqlDataSource database, string before, string after)
    {
        var command = database.CreateCommand($"{before} where {string.Join(" and ", conditions)} {after}");
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }

    private InboxConditions Beside(Cursor cursor, char side)
    {
        var (at, experience, structure) = (
            Parameter(cursor.At, NpgsqlDbType.TimestampTz), Parameter(cursor.Keys[0], NpgsqlDbType.Text),
            Parameter(cursor.Keys[1], NpgsqlDbType.Text));
        conditions.Add($"(s.concerned_since, s.experience, s.structure) {side} ({at}, {experience}, {structure})");
        return this;
    }

    private void AddAge(string from, string to)
    {
        if (query.Age is not { } age) return;
        var (least, most) = age switch
        {
            InboxAge.Under48Hours => (null, "48 hours"),
            InboxAge.From48To72Hours => ("48 hours", "72 hours"),
            InboxAge.Over72Hours => ("72 hours", null),
            _ => ((string?)"7 days", (string?)null),
        };
        var now = Parameter(scope.Now, NpgsqlDbType.TimestampTz);
        if (least is not null) conditions.Add(string.Format(CultureInfo.InvariantCulture, from, now, least));
        if (most is not null) conditions.Add(string.Format(CultureInfo.InvariantCulture, to, now, most));
    }

    private void Add(string sql, object value, NpgsqlDbType type) =>
        conditions.Add(sql.Replace("{0}", Parameter(value, type), StringComparison.Ordinal));

    /// <summary>Its name in the statement.</summary>
    public string Parameter(object value, NpgsqlDbType type)
    {
        parameters.Add(new() { Value = value, NpgsqlDbType = type });
        return $"${parameters.Count}";
    }
}
