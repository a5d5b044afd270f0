using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Web.Experiences;

/// <summary>The JSON columns of the read model.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ImmutableArray<TagFeeling>))]
[JsonSerializable(typeof(ImmutableArray<ChannelFeeling>))]
internal sealed partial class ReadModelJson : JsonSerializerContext
{
    public static ImmutableArray<TagFeeling> Tags(string json) => JsonSerializer.Deserialize(json, Default.ImmutableArrayTagFeeling);

    public static ImmutableArray<ChannelFeeling> Channels(string json) => JsonSerializer.Deserialize(json, Default.ImmutableArrayChannelFeeling);
}
