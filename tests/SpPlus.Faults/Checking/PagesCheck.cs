using System.Net;
using Npgsql;

namespace SpPlus.Faults.Checking;

/// <summary>What everybody reads, asked for as everybody does.</summary>
internal static class PagesCheck
{
    private const int Looked = 60;

    public static async Task Run(NpgsqlDataSource database, HttpClient web, Findings findings)
    {
        await using var command = database.CreateCommand(
            """
            select distinct on (f.experience) f.experience, f.kind in ('experience-published') from journal.facts f
            where f.kind in ('experience-published', 'experience-rejected', 'experience-unpublished', 'experience-withdrawn', 'erasure-asked')
            order by f.experience, f.sequence desc
            """);
        var last = new List<(string Id, bool IsPublic)>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) last.Add((reader.GetString(0), reader.GetBoolean(1)));
        foreach (var (id, isPublic) in last.OrderBy(l => l.Id, StringComparer.Ordinal).Take(Looked))
        {
            using var answer = await web.GetAsync($"/experiences/{id}");
            if (isPublic && answer.StatusCode != HttpStatusCode.OK) findings.Missing.Add($"the page of {id} answers {(int)answer.StatusCode}");
            if (!isPublic && answer.StatusCode == HttpStatusCode.OK) findings.Wrong.Add($"{id} is not public and has a page");
        }
    }
}
