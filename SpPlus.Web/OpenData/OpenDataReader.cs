using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using SpPlus.Web.Experiences;

namespace SpPlus.Web.OpenData;

/// <summary>
/// Everything that is public, newest first, read a page at a time: memory does not grow with it, and no transaction stays open while a slow
/// reader reads. What is unpublished on the way is not in the pages that follow.
/// </summary>
internal sealed class OpenDataReader(PublicExperiences experiences, NpgsqlDataSource database)
{
    private const string ActionsSql = """
        select t.experience, a.title, a.published_at from read.improvement_ties t join read.improvement_actions a on a.id = t.action
        where t.experience = any($1) and t.told > 0 order by a.published_at, a.id
        """;

    /// <summary>One list for each page.</summary>
    public async IAsyncEnumerable<IReadOnlyList<OpenDataRow>> Pages([EnumeratorCancellation] CancellationToken cancellation)
    {
        string? after = null;
        do
        {
            var page = await experiences.List(new() { After = after, Limit = PublicListQuery.MaximumLimit, WholeStories = true }, cancellation);
            var actions = await Actions([.. page.Items.Select(e => e.Id.Value)], cancellation);
            yield return [.. page.Items.SelectMany(e => OpenDataRow.Of(e, [.. actions[e.Id.Value]]))];
            after = page.Next;
        }
        while (after is not null);
    }

    private async Task<ILookup<string, TiedAction>> Actions(string[] ids, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(ActionsSql);
        command.Parameters.Add(new() { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(string Experience, TiedAction Action)>();
        while (await reader.ReadAsync(cancellation)) found.Add((reader.GetString(0), new(reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2))));
        return found.ToLookup(f => f.Experience, f => f.Action);
    }
}
