using Npgsql;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Journal;

/// <summary>Facts as the columns of <c>journal.facts</c>, to and from.</summary>
internal sealed class FactRows
{
    public List<string> Streams { get; } = [];
    public List<int> Sequences { get; } = [];
    public List<Guid> Operations { get; } = [];
    public List<string> Kinds { get; } = [];
    public List<short> Actors { get; } = [];
    public List<string?> Subjects { get; } = [];
    public List<string?> Names { get; } = [];
    public List<string?> Structures { get; } = [];
    public List<DateTimeOffset> HappenedAt { get; } = [];
    public List<string> Bodies { get; } = [];

    public static FactRows From(IEnumerable<Append> appends)
    {
        var rows = new FactRows();
        foreach (var append in appends) rows.Add(append, BodiesOf(append));
        return rows;
    }

    /// <summary>Throws when a fact cannot be written down: better to its own caller than in a group of many.</summary>
    public static string[] BodiesOf(Append append) => [.. append.Facts.Select(FactKinds.Write)];

    public void Add(Append append, string[] bodies)
    {
        for (var i = 0; i < bodies.Length; i++) Add(append, i, bodies[i]);
    }

    /// <summary>Reads a row selected as <see cref="FactTable.Columns"/>.</summary>
    public static Recorded Recorded(NpgsqlDataReader row) => new()
    {
        Stream = StreamKey.Parse(row.GetString(0)),
        Sequence = row.GetInt32(1),
        OperationId = row.GetGuid(2),
        Fact = FactKinds.Read(row.GetString(3), row.GetString(10)),
        Actor = ActorOf(row),
        HappenedAt = row.GetFieldValue<DateTimeOffset>(8),
        RecordedAt = row.GetFieldValue<DateTimeOffset>(9),
    };

    private void Add(Append append, int index, string body)
    {
        Streams.Add(append.Stream.Value);
        Sequences.Add(append.AfterSequence + 1 + index);
        Operations.Add(append.OperationId);
        Kinds.Add(FactKinds.NameOf(append.Facts[index]));
        Actors.Add((short)append.Actor.Kind);
        Subjects.Add(append.Actor.Subject);
        Names.Add(append.Actor.Name);
        Structures.Add(append.Actor.Structure?.Value);
        HappenedAt.Add(append.TimeOf(index).ToUniversalTime());
        Bodies.Add(body);
    }

    private static Actor ActorOf(NpgsqlDataReader row) => (HistoryActor)row.GetInt16(4) switch
    {
        HistoryActor.Author => Actor.Author,
        HistoryActor.Import => Actor.Import,
        HistoryActor.Visitor => Actor.Visitor,
        var kind => new()
        {
            Kind = kind,
            Subject = row.IsDBNull(5) ? null : row.GetString(5),
            Name = row.IsDBNull(6) ? null : row.GetString(6),
            Structure = row.IsDBNull(7) ? null : StructureId.Parse(row.GetString(7)),
        },
    };
}
