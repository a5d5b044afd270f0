using System.Text.Json.Serialization;

namespace SpPlus.Silo.Privacy;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(VaultContent))]
[JsonSerializable(typeof(SentText))]
internal sealed partial class PrivacyJson : JsonSerializerContext;
