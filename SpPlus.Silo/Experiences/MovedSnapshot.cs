namespace SpPlus.Silo.Experiences;

/// <summary>A snapshot on its way to another silo, as it is stored: one of another build is none there, and costs a replay.</summary>
[GenerateSerializer, Immutable, Alias("spplus.moved-snapshot.v1")]
internal readonly record struct MovedSnapshot([property: Id(0)] byte[] Stored);

[RegisterConverter]
internal sealed class MovedSnapshotConverter : IConverter<ExperienceSnapshot, MovedSnapshot>
{
    private static readonly StoredStateSerializer Serializer = new();

    public ExperienceSnapshot ConvertFromSurrogate(in MovedSnapshot surrogate) =>
        Serializer.Deserialize<ExperienceSnapshot>(new(surrogate.Stored));

    public MovedSnapshot ConvertToSurrogate(in ExperienceSnapshot value) => new(Serializer.Serialize(value).ToArray());
}
