using System.Buffers;
using System.Threading.Channels;

namespace SpPlus.Web.Live;

/// <summary>
/// One page that listens: a few references wait for it and no more. One that does not keep up is cut off; the browser comes back, says
/// where it was, and is told to read its page again.
/// </summary>
internal sealed class OpenPage(string subject, string language, Position position, DateTimeOffset until)
{
    private const int EventsWaiting = 32;

    private readonly TaskCompletionSource<bool> admitted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<ReadOnlyMemory<byte>> events =
        Channel.CreateBounded<ReadOnlyMemory<byte>>(new BoundedChannelOptions(EventsWaiting) { SingleReader = true });

    public string Subject => subject;

    public string Language => language;

    /// <summary>What it showed when it came.</summary>
    public Position Position => position;

    /// <summary>It is then asked to come back: whose session ended meanwhile does not.</summary>
    public DateTimeOffset Until => until;

    /// <summary>False for whoever may not see the experience.</summary>
    public Task<bool> Admitted => admitted.Task;

    public void Admit() => admitted.TrySetResult(true);

    public void Refuse()
    {
        admitted.TrySetResult(false);
        events.Writer.TryComplete();
    }

    /// <summary>Never waits. False when the page is cut off, now or before.</summary>
    public bool Send(ReadOnlyMemory<byte> bytes)
    {
        if (events.Writer.TryWrite(bytes)) return true;
        events.Writer.TryComplete();
        return false;
    }

    /// <summary>What waits is still sent.</summary>
    public void End() => events.Writer.TryComplete();

    /// <summary>Until it ends, is cut off, or the browser goes.</summary>
    public async Task Write(HttpResponse response, CancellationToken cancellation)
    {
        var writer = response.BodyWriter;
        while (await events.Reader.WaitToReadAsync(cancellation))
        {
            while (events.Reader.TryRead(out var bytes)) writer.Write(bytes.Span);
            await writer.FlushAsync(cancellation);
        }
    }
}
