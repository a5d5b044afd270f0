using System.Text.Json;
using Orleans.Storage;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences;

/// <summary>Grain states are written like facts: source-generated JSON.</summary>
internal sealed class StoredStateSerializer : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) =>
        new(JsonSerializer.SerializeToUtf8Bytes(input, typeof(T), StoredJson.Context));

    public T Deserialize<T>(BinaryData input)
    {
        try
        {
            return (T)JsonSerializer.Deserialize(input.ToMemory().Span, typeof(T), StoredJson.Context)!;
        }
        catch (JsonException) when (typeof(T) == typeof(ExperienceSnapshot))
        {
            // A snapshot of another shape costs a replay and nothing else; any other state is the only copy there is.
            return (T)(object)new ExperienceSnapshot();
        }
    }
}
