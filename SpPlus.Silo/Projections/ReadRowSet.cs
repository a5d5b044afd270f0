using Npgsql;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Projections;

/// <summary>The rows one batch works on.</summary>
internal sealed class ReadRowSet
{
    private readonly Dictionary<string, ExperienceRow> experiences = [];
    private readonly StandingRowSet standings = new();

    public static async Task<ReadRowSet> Load(
        IReadOnlyList<Recorded> facts, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var rows = new ReadRowSet();
        var created = facts.Where(f => f.Fact is ExperienceSubmitted).Select(f => f.Experience.Value).ToHashSet();
        string[] ids =
        [
            .. facts.Select(f => f.Experience.Value).Distinct().Where(id => !created.Contains(id)),
        ];
        if (ids.Length == 0) return rows;
        foreach (var row in await ExperienceTable.Load(connection, ids, cancellation)) rows.experiences.Add(row.Id, row);
        var replaced = facts.Any(f => f.Fact is StructureReplaced or TransferAccepted);
        foreach (var row in await StandingTable.Load(connection, ids, replaced, cancellation)) rows.standings.AddStored(row);
        return rows;
    }

    public async Task Save(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await ExperienceTable.Save(connection, experiences.Values, cancellation);
        await standings.Save(connection, cancellation);
    }

    public void Apply(Recorded recorded)
    {
        var (id, at) = (recorded.Experience.Value, recorded.HappenedAt.ToUniversalTime());
        if (recorded.Fact is ExperienceSubmitted submitted)
        {
            experiences.Add(id, Submitted(id, submitted, at));
            return;
        }

        var experience = experiences[id];
        switch (recorded.Fact)
        {
            case ExperiencePublished f:
                Published(experience, f, at);
                break;
            case ExperienceRejected:
                experience.Status = (short)ExperienceStatus.Rejected;
                break;
            case ExperienceUnpublished:
                experience.Status = (short)ExperienceStatus.Unpublished;
                standings.Close(id);
                break;
            case ExperienceWithdrawn:
                Withdrawn(experience);
                standings.Close(id);
                break;
            case ErasureAsked:
                standings.Erase(id);
                break;
            case StructureAttached f:
                standings.Attach(experience, f.Structure.Value, at).Channels = ReadJson.Of(f.Channels);
                break;
            case StructureDetached f:
                standings.Remove(id, f.Structure.Value);
                break;
            case StructureReplaced f:
                standings.Replace(experience, f.Structure.Value, f.By.Value, at);
                break;
            case TransferAccepted f:
                standings.Replace(experience, f.Structure.Value, f.To.Value, at);
                break;
            case GeneralTagsQualified f:
                (experience.GeneralTags, experience.TagsChanged) = (ReadJson.Of(f.Tags), true);
                standings.Tag(id, [.. f.Tags.Select(t => t.Tag)]);
                break;
            default:
                standings.Apply(id, recorded.Fact, at);
                break;
        }

        experience.AnswerStatus = (short)standings.AnswerStatusOf(id);
    }

    private static ExperienceRow Submitted(string id, ExperienceSubmitted fact, DateTimeOffset at) => new()
    {
        Id = id,
        Status = (short)ExperienceStatus.Submitted,
        ContactDate = fact.ContactDate,
        Department = fact.Department,
        Country = fact.Country,
        Feeling = (short)fact.Feeling,
        Campaign = fact.Campaign,
        Services = [.. fact.Services.Select(s => s.Structure.Value)],
        SubmittedAt = at,
    };

    private static void Published(ExperienceRow row, ExperiencePublished fact, DateTimeOffset at)
    {
        row.Status = (short)(fact.Moderated ? ExperienceStatus.PublishedAfterModeration : ExperienceStatus.Published);
        (row.Title, row.Story, row.Pseudonym, row.Procedure) = (fact.Title, fact.Story, fact.Pseudonym, fact.Procedure);
        row.PublishedAt = at;
        row.WordsChanged = true;
    }

    private static void Withdrawn(ExperienceRow row)
    {
        row.Status = (short)ExperienceStatus.Withdrawn;
        (row.Title, row.Story, row.Pseudonym, row.Procedure) = (null, null, null, null);
        row.WordsChanged = true;
    }
}
