using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Projections;

/// <summary>
/// A row of <c>read.standings</c>: what lists show, filter and count. Of a loaded row, the properties that may be null are not
/// loaded, and null is not written.
/// </summary>
internal sealed class StandingRow
{
    private Progress stored;

    public required string Experience { get; init; }
    public required string Structure { get; init; }
    public int Ordinal { get; set; }
    public short Status { get; set; } = (short)ResponseStatus.ToDo;
    public DateTimeOffset ConcernedSince { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public bool Open { get; set; } = true;
    public string? AssignedTo { get; set; }

    /// <summary>Until when the answer may be taken back (RESP-5).</summary>
    public DateTimeOffset? PublishesAt { get; set; }

    /// <summary>It has answered, and a change of its answer waits to be validated.</summary>
    public bool Amending { get; set; }
    public short Feeling { get; init; }
    public string[]? GeneralTags { get; set; } = [];
    public JsonElement? Channels { get; set; } = ReadJson.Of(ImmutableArray<ChannelFeeling>.Empty);
    public string[]? BusinessTags { get; set; } = [];
    public string[]? Improvements { get; set; } = [];

    /// <summary>What lists count it as.</summary>
    [JsonIgnore]
    public ResponseStatus ListedAs => Amending ? ResponseStatus.ToValidate : (ResponseStatus)Status;

    [JsonIgnore]
    public bool IsAnswered => (ResponseStatus)Status is ResponseStatus.Published or ResponseStatus.Adopted;

    [JsonIgnore]
    public bool IsNew { get; private set; } = true;

    [JsonIgnore]
    public bool QualificationChanged { get; set; }

    [JsonIgnore]
    public bool ProgressChanged => Current != stored;

    private Progress Current => new(Status, AnsweredAt, Open, AssignedTo, PublishesAt, Amending);

    /// <summary>As it stands now it is in the table.</summary>
    public StandingRow AsStored()
    {
        (IsNew, stored) = (false, Current);
        return this;
    }

    private readonly record struct Progress(
        short Status, DateTimeOffset? AnsweredAt, bool Open, string? AssignedTo, DateTimeOffset? PublishesAt, bool Amending);
}
