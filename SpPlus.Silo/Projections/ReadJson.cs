using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Projections;

/// <summary>Whole rows travel as one JSON array that PostgreSQL spreads over the columns.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(List<ExperienceRow>))]
[JsonSerializable(typeof(List<StandingRow>))]
internal sealed partial class ReadJson : JsonSerializerContext
{
    public static JsonElement Of(ImmutableArray<TagFeeling> tags) =>
        JsonSerializer.SerializeToElement(tags, StoredJson.Context.ImmutableArrayTagFeeling);

    public static JsonElement Of(ImmutableArray<ChannelFeeling> channels) =>
        JsonSerializer.SerializeToElement(channels, StoredJson.Context.ImmutableArrayChannelFeeling);

    public static string[] TagsOf(JsonElement tags) => [.. tags.Deserialize(StoredJson.Context.ImmutableArrayTagFeeling).Select(t => t.Tag)];
}
