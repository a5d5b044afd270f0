using MimeKit;

namespace SpPlus.Silo.Mail.Smtp;

/// <summary>A connection that is opened by the first mail that needs it.</summary>
internal sealed class MailLine(IMailServer server, TimeSpan timeout, TimeProvider time) : IAsyncDisposable
{
    private IMailConnection? connection;

    /// <summary>It could not be opened, or broke: the server is not to be shown the rest of the queue now.</summary>
    public bool IsDown { get; private set; }

    /// <summary>Null when the server is ready for a mail; else why it is not.</summary>
    public async Task<string?> Open()
    {
        if (connection is { IsUsable: true }) return null;
        using var limit = new CancellationTokenSource(timeout, time);
        (connection, var detail) = await server.Open(limit.Token);
        IsDown = connection is null;
        return IsDown ? detail : null;
    }

    /// <summary>Runs to its end even when the silo is asked to stop: cut here, nobody would know.</summary>
    public async Task<HandOver> HandOver(MimeMessage mail)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        var handOver = await connection!.HandOver(mail, limit.Token);
        IsDown = !connection.IsUsable || handOver.Outcome == HandOverOutcome.Unknown;
        return handOver;
    }

    public ValueTask DisposeAsync() => connection?.DisposeAsync() ?? ValueTask.CompletedTask;
}
