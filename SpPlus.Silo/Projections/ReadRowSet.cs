using Npgsql;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Projections;

/// <summary>The rows one batch works on.</summary>
internal sealed class ReadRowSet
{
    private readonly Dictionary<string, ExperienceRow> experiences = [];
    private readonly Dictionary<string, List<StandingRow>> standings = [];

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
        foreach (var row in await ReadTables.LoadExperiences(connection, ids, cancellation)) rows.experiences.Add(row.Id, row);
        foreach (var row in await ReadTables.LoadStandings(connection, ids, cancellation)) rows.Of(row.Experience).Add(row);
        return rows;
    }

    public async Task Save(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await ReadTables.Save(connection, experiences.Values, cancellation);
        await ReadTables.Save(connection, [.. standings.Values.SelectMany(s => s)], cancellation);
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
        experience.Changed = true;
        switch (recorded.Fact)
        {
            case ExperiencePublished f:
                Published(experience, f, at);
                break;
            case ExperienceRejected:
                experience.Status = (short)ExperienceStatus.Rejected;
                break;
            case ExperienceUnpublished:
                Close(experience, ExperienceStatus.Unpublished);
                break;
            case ExperienceWithdrawn:
                Close(experience, ExperienceStatus.Withdrawn);
                (experience.Title, experience.Story, experience.Pseudonym, experience.Procedure) = (null, null, null, null);
                experience.WordsChanged = true;
                break;
            case StructureAttached f:
                Attach(id, f.Structure, at).Channels = ReadJson.Of(f.Channels);
                break;
            case StructureDetached f:
                Standing(id, f.Structure, s => s.Removed = true);
                break;
            case StructureReplaced f:
                Replace(id, f.Structure, f.By, at);
                break;
            case TransferAccepted f:
                Replace(id, f.Structure, f.To, at);
                break;
            case GeneralTagsQualified f:
                experience.GeneralTags = ReadJson.Of(f.Tags);
                break;
            default:
                ApplyToStanding(id, recorded.Fact, at);
                break;
        }

        experience.AnswerStatus = (short)AnswerStatusOf(id);
    }

    private void ApplyToStanding(string id, Fact fact, DateTimeOffset at)
    {
        switch (fact)
        {
            case StructureNotConcerned f:
                Standing(id, f.Structure, s => s.Status = (short)ResponseStatus.NotConcerned);
                break;
            case DraftSaved f:
                Standing(id, f.Structure, s => Written(s, ResponseStatus.Draft));
                break;
            case ValidationRequested f:
                Standing(id, f.Structure, s => Written(s, ResponseStatus.ToValidate));
                break;
            case ResponseSentBack f:
                Standing(id, f.Structure, s => Written(s, ResponseStatus.Draft));
                break;
            case ResponsePublished f:
                Standing(id, f.Structure, s => Answered(s, f, at));
                break;
            case ResponseAdopted f:
                Standing(id, f.Structure, s => Adopted(s, f, at));
                break;
            case PublicationScheduled f:
                Standing(id, f.Structure, s => Scheduled(s, f));
                break;
            case PublicationTakenBack f:
                Standing(id, f.Structure, s => TakenBack(s, f));
                break;
            case ResponseEvaluated f:
                Standing(id, f.Structure, s => s.Useful = f.Useful);
                break;
            case ChannelsQualified f:
                Standing(id, f.Structure, s => s.Channels = ReadJson.Of(f.Channels));
                break;
            case BusinessTagsQualified f:
                Standing(id, f.Structure, s => s.BusinessTags = [.. f.Tags]);
                break;
            case ImprovementsNoted f:
                Standing(id, f.Structure, s => s.Improvements = [.. f.Improvements]);
                break;
            default:
                throw new NotSupportedException($"No row for {fact.GetType().Name}.");
        }
    }

    private static ExperienceRow Submitted(string id, ExperienceSubmitted fact, DateTimeOffset at) => new()
    {
        Id = id,
        IsNew = true,
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

    private static void Answered(StandingRow row, ResponsePublished fact, DateTimeOffset at)
    {
        row.Status = (short)ResponseStatus.Published;
        (row.Courtesy, row.Response, row.Signature) = (fact.Response.Courtesy, fact.Response.Text, fact.Response.Signature);
        row.Complements = fact.Response.Complements?.Value;
        row.ResponseVersion = fact.Version;
        (row.PublishedAt, row.PublishesAt, row.Adopted, row.AdoptedVersion) = (at, null, null, null);
        row.AnsweredAt ??= at;
    }

    private static void Adopted(StandingRow row, ResponseAdopted fact, DateTimeOffset at)
    {
        row.Status = (short)ResponseStatus.Adopted;
        (row.Adopted, row.AdoptedVersion, row.PublishedAt, row.PublishesAt) = (fact.Adopted.Value, fact.AdoptedVersion, at, null);
        row.AnsweredAt ??= at;
    }

    private void Close(ExperienceRow row, ExperienceStatus status)
    {
        row.Status = (short)status;
        foreach (var standing in Of(row.Id)) (standing.Open, standing.Changed) = (false, true);
    }

    private StandingRow Attach(string id, StructureId structure, DateTimeOffset at)
    {
        var all = Of(id);
        // A row taken off earlier in this batch comes back as a new one.
        all.RemoveAll(s => s.Structure == structure.Value);
        var row = new StandingRow
        {
            Experience = id,
            Structure = structure.Value,
            // Only those that are there count: one taken off in an earlier batch is not loaded any more, and where batches end
            // must not show in the rows.
            Ordinal = all.Where(s => !s.Removed).Select(s => s.Ordinal).DefaultIfEmpty(0).Max() + 1,
            ConcernedSince = at,
            Changed = true,
        };
        all.Add(row);
        return row;
    }

    private void Replace(string id, StructureId structure, StructureId by, DateTimeOffset at)
    {
        if (Of(id).Find(s => s.Structure == structure.Value && !s.Removed) is not { } old) return;
        old.Removed = true;
        if (Of(id).Exists(s => s.Structure == by.Value && !s.Removed)) return;
        var row = Attach(id, by, at);
        (row.Ordinal, row.Channels) = (old.Ordinal, old.Channels);
    }

    /// <summary>An answered one stays answered while it is amended (RESP-5).</summary>
    private static void Written(StandingRow row, ResponseStatus status)
    {
        if ((ResponseStatus)row.Status is not (ResponseStatus.Published or ResponseStatus.Adopted)) row.Status = (short)status;
    }

    private static void Scheduled(StandingRow row, PublicationScheduled fact)
    {
        Written(row, ResponseStatus.Publishing);
        row.PublishesAt = fact.ClosesAt.ToUniversalTime();
    }

    private static void TakenBack(StandingRow row, PublicationTakenBack fact) => (row.Status, row.PublishesAt) = ((short)fact.Status, null);

    private void Standing(string id, StructureId structure, Action<StandingRow> change)
    {
        if (Of(id).Find(s => s.Structure == structure.Value && !s.Removed) is not { } row) return;
        change(row);
        row.Changed = true;
    }

    private AnswerStatus AnswerStatusOf(string id)
    {
        var current = Of(id).Where(s => !s.Removed).ToArray();
        var answered = current.Count(s => (ResponseStatus)s.Status is ResponseStatus.Published or ResponseStatus.Adopted);
        var awaited = current.Count(s => (ResponseStatus)s.Status is not (ResponseStatus.Published or ResponseStatus.Adopted or ResponseStatus.NotConcerned));
        return AnswerStatuses.Of(answered, awaited);
    }

    private List<StandingRow> Of(string experience)
    {
        if (!standings.TryGetValue(experience, out var rows)) standings.Add(experience, rows = []);
        return rows;
    }
}
