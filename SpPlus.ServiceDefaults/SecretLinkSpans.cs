using System.Diagnostics;
using OpenTelemetry;

namespace SpPlus.ServiceDefaults;

internal sealed class SecretLinkSpans : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        data.DisplayName = SecretLinks.Hide(data.DisplayName);
        foreach (var (name, value) in data.EnumerateTagObjects())
            if (value is string text && SecretLinks.Hide(text) is var hidden && hidden != text) data.SetTag(name, hidden);
    }
}
