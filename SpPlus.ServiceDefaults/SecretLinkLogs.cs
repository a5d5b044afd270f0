using OpenTelemetry;
using OpenTelemetry.Logs;

namespace SpPlus.ServiceDefaults;

internal sealed class SecretLinkLogs : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.FormattedMessage is { } message) data.FormattedMessage = SecretLinks.Hide(message);
        if (data.Body is { } body) data.Body = SecretLinks.Hide(body);
        if (data.Attributes is { } attributes && attributes.Any(IsSecret))
            data.Attributes = [.. attributes.Select(a => IsSecret(a) ? KeyValuePair.Create(a.Key, (object?)SecretLinks.Hide(Text(a.Value))) : a)];
    }

    // A path comes as a type of its own.
    private static bool IsSecret(KeyValuePair<string, object?> attribute) =>
        Text(attribute.Value) is var text && SecretLinks.Hide(text) != text;

    private static string Text(object? value) => value as string ?? value?.ToString() ?? "";
}
