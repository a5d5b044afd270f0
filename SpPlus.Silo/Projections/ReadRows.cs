using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Projections;

/// <summary>A row of <c>read.experiences</c>. What is not loaded is not written either: see the flags.</summary>
internal sealed class ExperienceRow
{
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
    public bool IsNew { get; set; }

    [JsonIgnore]
    public bool WordsChanged { get; set; }

    [JsonIgnore]
    public bool Changed { get; set; }
}

/// <summary>A row of <c>read.standings</c>.</summary>
internal sealed class StandingRow
{
    public required string Experience { get; init; }
    public required string Structure { get; init; }
    public int Ordinal { get; set; }
    public short Status { get; set; } = (short)ResponseStatus.ToDo;
    public DateTimeOffset ConcernedSince { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public bool Open { get; set; } = true;
    public JsonElement Channels { get; set; } = ReadJson.Of(ImmutableArray<ChannelFeeling>.Empty);
    public string[] BusinessTags { get; set; } = [];
    public string[] Improvements { get; set; } = [];
    public string? Courtesy { get; set; }
    public string? Response { get; set; }
    public string? Signature { get; set; }
    public int ResponseVersion { get; set; }
    public DateTimeOffset? PublishedAt { get; set; }
    public string? Complements { get; set; }
    public string? Adopted { get; set; }
    public int? AdoptedVersion { get; set; }
    public bool? Useful { get; set; }
    public DateTimeOffset? PublishesAt { get; set; }

    [JsonIgnore]
    public bool Changed { get; set; }

    [JsonIgnore]
    public bool Removed { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(List<ExperienceRow>))]
[JsonSerializable(typeof(List<StandingRow>))]
internal sealed partial class ReadJson : JsonSerializerContext
{
    public static JsonElement Of(ImmutableArray<TagFeeling> tags) =>
        JsonSerializer.SerializeToElement(tags, StoredJson.Context.ImmutableArrayTagFeeling);

    public static JsonElement Of(ImmutableArray<ChannelFeeling> channels) =>
        JsonSerializer.SerializeToElement(channels, StoredJson.Context.ImmutableArrayChannelFeeling);
}
