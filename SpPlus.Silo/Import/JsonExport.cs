using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using SpPlus.Silo.Texts;

namespace SpPlus.Silo.Import;

/// <summary>The export as a JSON array, or one object a line, read as a stream: memory does not grow with the file.</summary>
internal static partial class JsonExport
{
    public static async IAsyncEnumerable<ImportEntry> Read(
        Stream stream, bool isArray, ImportVocabulary vocabulary, DateTimeOffset now,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>();
        var elements = JsonSerializer.DeserializeAsyncEnumerable(
            stream, ImportJson.Default.JsonElement, topLevelValues: !isArray, cancellation);
        await using var records = elements.GetAsyncEnumerator(cancellation);
        for (var place = 1L; await Next(records, place); place++)
        {
            yield return records.Current is { ValueKind: JsonValueKind.Object } record
                ? new ExportRow(Fields(record, names), vocabulary, now).Read(place, [])
                : ImportEntry.Skip(place, "n’est pas un objet JSON");
        }
    }

    private static async ValueTask<bool> Next(IAsyncEnumerator<JsonElement> records, long place)
    {
        try
        {
            return await records.MoveNextAsync();
        }
        catch (JsonException exception)
        {
            throw new ImportRefusedException(
                $"Le JSON est invalide à l’enregistrement {place} (ligne {exception.LineNumber + 1}) : rien n’est lu au-delà.");
        }
    }

    private static Dictionary<string, string> Fields(JsonElement record, Dictionary<string, string> names)
    {
        var fields = new Dictionary<string, string>();
        foreach (var property in record.EnumerateObject())
        {
            if (!names.TryGetValue(property.Name, out var name)) names.Add(property.Name, name = FoldedName.Of(property.Name));
            if (Text(property.Value) is { } text) fields.TryAdd(name, text);
        }

        return fields;
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => String(value),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text).OfType<string>()),
        _ => value.GetRawText(),
    };

    private static string? String(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are no UTF-8: what can be read is kept around a replacement character.
            return JsonElement.Parse(LoneSurrogate.Replace(value.GetRawText(), @"\uFFFD")).GetString();
        }
    }

    [GeneratedRegex(@"(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])")]
    private static partial Regex LoneSurrogate { get; }
}

[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(ImportReport))]
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
internal sealed partial class ImportJson : JsonSerializerContext;
