using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;

namespace SpPlus.Silo.Experiences.Facts;

/// <summary>What goes to PostgreSQL keeps its accents readable: the relaxed encoder, which must never write into a page.</summary>
internal static class StoredJson
{
    public static FactJson Context { get; } = new(new JsonSerializerOptions(FactJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

internal sealed class StructureIdJson : JsonConverter<StructureId>
{
    public override StructureId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        StructureId.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, StructureId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

internal sealed class ExperienceIdJson : JsonConverter<ExperienceId>
{
    public override ExperienceId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ExperienceId.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, ExperienceId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

internal sealed class ImprovementActionIdJson : JsonConverter<ImprovementActionId>
{
    public override ImprovementActionId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ImprovementActionId.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, ImprovementActionId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
