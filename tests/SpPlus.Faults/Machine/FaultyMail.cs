using System.Collections.Concurrent;
using SpPlus.Tests.Mail;

namespace SpPlus.Faults.Machine;

/// <summary>What the mail server does to whoever talks to it.</summary>
internal enum MailMood
{
    Takes,

    /// <summary>Says "later" to every mail.</summary>
    Defers,

    /// <summary>Reads the whole mail and answers nothing for longer than anybody waits.</summary>
    Stalls,

    /// <summary>Cuts the line after the whole mail, and does not have it.</summary>
    CutsBefore,

    /// <summary>Takes the mail and cuts the line instead of saying so.</summary>
    CutsAfter,

    /// <summary>Refuses connections.</summary>
    Down,
}

/// <summary>
/// A mail server whose own record of what it took is read at the end. A mail that it took and could not say so counts as taken: the
/// author has it.
/// </summary>
internal sealed class FaultyMail(int port) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, int> taken = new(StringComparer.Ordinal);
    private ScriptedMailServer? server;
    private volatile MailMood mood = MailMood.Takes;
    private TaskCompletionSource calm = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Port => port;

    /// <summary>How often each Message-ID was taken.</summary>
    public IReadOnlyDictionary<string, int> Taken => taken;

    public async Task Become(MailMood next)
    {
        mood = next;
        if (next == MailMood.Takes) Interlocked.Exchange(ref calm, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        if (next == MailMood.Down) await DisposeAsync();
        else server ??= Open();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref server, null) is { } open) await open.DisposeAsync();
    }

    private ScriptedMailServer Open()
    {
        var open = ScriptedMailServer.Start(port);
        open.OnSender = _ => mood == MailMood.Defers ? "451 4.3.0 later" : "250 2.1.0 ok";
        open.OnContent = async mail =>
        {
            switch (mood)
            {
                case MailMood.Stalls:
                    await Task.WhenAny(Volatile.Read(ref calm).Task, Task.Delay(TimeSpan.FromMinutes(1)));
                    return null;
                case MailMood.CutsBefore:
                    return null;
                case MailMood.CutsAfter:
                    Take(mail.MessageId);
                    return null;
                default:
                    Take(mail.MessageId);
                    return "250 2.0.0 taken";
            }
        };
        return open;
    }

    private void Take(string? id) => taken.AddOrUpdate(id ?? "no Message-ID", 1, (_, count) => count + 1);
}
