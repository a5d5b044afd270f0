using System.Text;

namespace SpPlus.Web.Live;

/// <summary>One server-sent event as it goes over the wire: made once, sent to every page as the same bytes.</summary>
internal static class ServerEvent
{
    /// <summary>Comments were added: their list items.</summary>
    public const string Comment = "commentaire";

    /// <summary>Something else changed, or the page missed something: it reads itself again.</summary>
    public const string Change = "change";

    public const string Presence = "presence";

    /// <summary>The reader may not see it any more: nothing follows, and coming back is of no use.</summary>
    public const string End = "fin";

    /// <summary>So that a page notices a connection that died without a word.</summary>
    public static readonly ReadOnlyMemory<byte> Beat = Of("battement", "");

    public static ReadOnlyMemory<byte> Of(string name, string data, Position? position = null)
    {
        var text = new StringBuilder(data.Length + 64).Append("event: ").Append(name).Append('\n');
        if (position is { } at) text.Append("id: ").Append(at).Append('\n');
        // Each line of the data is a line of its own: a line feed in it would end the event.
        foreach (var line in data.AsSpan().EnumerateLines()) text.Append("data: ").Append(line).Append('\n');
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    /// <summary>How long the browser waits before it comes back: not all at the same time.</summary>
    public static ReadOnlyMemory<byte> ComeBackIn(int milliseconds) => Encoding.UTF8.GetBytes($"retry: {milliseconds}\n\n");
}
