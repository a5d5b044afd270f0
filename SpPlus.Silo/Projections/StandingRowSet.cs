using Npgsql;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Projections;

/// <summary>The concerned structures of a batch's experiences, and what changes in their responses and counts.</summary>
internal sealed class StandingRowSet
{
    private readonly Dictionary<string, List<StandingRow>> standings = [];
    private readonly Dictionary<(string Experience, string Structure), ResponseRow> responses = [];
    private readonly HashSet<(string Experience, string Structure)> gone = [];
    private readonly HashSet<string> erased = [];
    private readonly StandingCounts counts = new();

    public void AddStored(StandingRow row)
    {
        Of(row.Experience).Add(row);
        counts.Subtract(row);
    }

    public async Task Save(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var rows = standings.Values.SelectMany(s => s).ToArray();
        foreach (var row in rows) counts.Add(row);
        // One that was taken off and came back is another row.
        await StandingTable.Delete(connection, gone, cancellation);
        await StandingTable.Save(connection, rows, cancellation);
        await ResponseTable.Save(connection, responses.Values, cancellation);
        await ResponseTable.Erase(connection, erased, cancellation);
        await counts.Save(connection, cancellation);
    }

    public void Apply(string id, Fact fact, DateTimeOffset at)
    {
        switch (fact)
        {
            case StructureNotConcerned f:
                Change(id, f.Structure, s => s.Status = (short)ResponseStatus.NotConcerned);
                break;
            case DraftSaved f:
                Change(id, f.Structure, s => Written(s, ResponseStatus.Draft));
                break;
            case ValidationRequested f:
                Change(id, f.Structure, s => Written(s, ResponseStatus.ToValidate));
                break;
            case ResponseSentBack f:
                Change(id, f.Structure, s => Written(s, ResponseStatus.Draft));
                break;
            case PublicationScheduled f:
                Change(id, f.Structure, s => Scheduled(s, f));
                break;
            case PublicationTakenBack f:
                Change(id, f.Structure, s => (s.Status, s.PublishesAt, s.Amending) = ((short)f.Status, null, f.AwaitsValidation && s.IsAnswered));
                break;
            case ResponseAssigned f:
                Change(id, f.Structure, s => s.AssignedTo = f.Subject);
                break;
            case ResponsePublished f:
                Change(id, f.Structure, s => Answered(s, ResponseStatus.Published, at).Publish(f.Response, f.Version, at));
                break;
            case ResponseAdopted f:
                Change(id, f.Structure, s => Answered(s, ResponseStatus.Adopted, at).Adopt(f.Adopted.Value, f.AdoptedVersion, at));
                break;
            case ResponseEvaluated f:
                Change(id, f.Structure, s => ResponseOf(s).Useful = f.Useful);
                break;
            case ChannelsQualified f:
                Change(id, f.Structure, s => (s.Channels, s.QualificationChanged) = (ReadJson.Of(f.Channels), true));
                break;
            case BusinessTagsQualified f:
                Change(id, f.Structure, s => (s.BusinessTags, s.QualificationChanged) = ([.. f.Tags], true));
                break;
            case ImprovementsNoted f:
                Change(id, f.Structure, s => (s.Improvements, s.QualificationChanged) = ([.. f.Improvements], true));
                break;
            default:
                throw new NotSupportedException($"No row for {fact.GetType().Name}.");
        }
    }

    public StandingRow Attach(ExperienceRow experience, string structure, DateTimeOffset at)
    {
        Remove(experience.Id, structure);
        var all = Of(experience.Id);
        var row = new StandingRow
        {
            Experience = experience.Id,
            Structure = structure,
            Ordinal = all.Select(s => s.Ordinal).DefaultIfEmpty(0).Max() + 1,
            ConcernedSince = at,
            Feeling = experience.Feeling,
            GeneralTags = ReadJson.TagsOf(experience.GeneralTags),
        };
        all.Add(row);
        counts.Attach(row);
        return row;
    }

    public void Replace(ExperienceRow experience, string structure, string by, DateTimeOffset at)
    {
        if (Find(experience.Id, structure) is not { } old) return;
        Remove(experience.Id, structure);
        if (Find(experience.Id, by) is not null) return;
        var row = Attach(experience, by, at);
        (row.Ordinal, row.Channels) = (old.Ordinal, old.Channels);
    }

    public void Remove(string id, string structure)
    {
        if (Find(id, structure) is not { } row) return;
        Of(id).Remove(row);
        responses.Remove((id, structure));
        if (!row.IsNew) gone.Add((id, structure));
    }

    public void Close(string id) => Of(id).ForEach(s => s.Open = false);

    /// <summary>That there were responses stays, and what the author thought of them; nothing that they say.</summary>
    public void Erase(string id)
    {
        erased.Add(id);
        // No text is left that could be validated or become public.
        Of(id).ForEach(s => (s.Amending, s.PublishesAt) = (false, null));
    }

    public void Tag(string id, string[] tags) => Of(id).ForEach(s => (s.GeneralTags, s.QualificationChanged) = (tags, true));

    public AnswerStatus AnswerStatusOf(string id)
    {
        var current = Of(id);
        var answered = current.Count(s => s.IsAnswered);
        var awaited = current.Count(s => !s.IsAnswered && (ResponseStatus)s.Status != ResponseStatus.NotConcerned);
        return AnswerStatuses.Of(answered, awaited);
    }

    /// <summary>An answered one stays answered while it is amended (RESP-5).</summary>
    private static void Written(StandingRow row, ResponseStatus status)
    {
        if (!row.IsAnswered) row.Status = (short)status;
        row.Amending = row.IsAnswered && status == ResponseStatus.ToValidate;
    }

    private static void Scheduled(StandingRow row, PublicationScheduled fact)
    {
        Written(row, ResponseStatus.Publishing);
        row.PublishesAt = fact.ClosesAt.ToUniversalTime();
    }

    private ResponseRow Answered(StandingRow row, ResponseStatus status, DateTimeOffset at)
    {
        (row.Status, row.PublishesAt, row.Amending) = ((short)status, null, false);
        row.AnsweredAt ??= at;
        return ResponseOf(row);
    }

    private ResponseRow ResponseOf(StandingRow row)
    {
        var key = (row.Experience, row.Structure);
        if (!responses.TryGetValue(key, out var response)) responses.Add(key, response = new(row.Experience, row.Structure));
        return response;
    }

    private void Change(string id, StructureId structure, Action<StandingRow> change)
    {
        if (Find(id, structure.Value) is { } row) change(row);
    }

    private StandingRow? Find(string id, string structure) => Of(id).Find(s => s.Structure == structure);

    private List<StandingRow> Of(string experience)
    {
        if (!standings.TryGetValue(experience, out var rows)) standings.Add(experience, rows = []);
        return rows;
    }
}
