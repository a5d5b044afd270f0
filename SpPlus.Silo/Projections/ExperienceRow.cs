using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Projections;

/// <summary>A row of <c>read.experiences</c>. What is not loaded is not written either: see what <see cref="ExperienceTable"/> asks.</summary>
internal sealed class ExperienceRow
{
    private (short Status, short AnswerStatus) stored;

    public required string Id { get; init; }
    public short Status { get; set; }
    public string? Title { get; set; }
    public string? Story { get; set; }
    public string? Pseudonym { get; set; }
    public DateOnly ContactDate { get; set; }
    public string? Department { get; set; }
    public string? Country { get; set; }
    public short Feeling { get; set; }
    public string? Procedure { get; set; }
    public string? Campaign { get; set; }
    public string[] Services { get; set; } = [];
    public JsonElement GeneralTags { get; set; } = ReadJson.Of(ImmutableArray<TagFeeling>.Empty);
    public DateTimeOffset SubmittedAt { get; set; }
    public DateTimeOffset? PublishedAt { get; set; }
    public short AnswerStatus { get; set; } = (short)Contracts.Experiences.AnswerStatus.Awaiting;

    [JsonIgnore]
    public bool IsNew { get; private set; } = true;

    [JsonIgnore]
    public bool WordsChanged { get; set; }

    [JsonIgnore]
    public bool TagsChanged { get; set; }

    [JsonIgnore]
    public bool StatusChanged => (Status, AnswerStatus) != stored;

    /// <summary>As it stands now it is in the table.</summary>
    public ExperienceRow AsStored()
    {
        (IsNew, stored) = (false, (Status, AnswerStatus));
        return this;
    }
}
