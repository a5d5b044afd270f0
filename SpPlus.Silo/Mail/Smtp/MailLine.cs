using MimeKit;
using SpPlus.Silo.Mail.Pace;

namespace SpPlus.Silo.Mail.Smtp;

/// <summary>A connection that is opened by the first mail that needs it, and again when the server closes it between two.</summary>
internal sealed class MailLine(IMailServer server, MailBreaker breaker, TimeSpan timeout, TimeProvider time) : IAsyncDisposable
{
    private IMailConnection? connection;
    private bool used;

    /// <summary>It could not be opened, or broke under a mail: the server is not to be shown the rest of the queue now.</summary>
    public bool IsDown { get; private set; }

    /// <summary>Null when the server is ready for a mail; else why it is not.</summary>
    public async Task<string?> Open()
    {
        if (connection is { IsUsable: true }) return null;
        await DisposeAsync();
        using var limit = new CancellationTokenSource(timeout, time);
        (connection, var detail) = await server.Open(limit.Token);
        used = false;
        IsDown = connection is null;
        if (IsDown) breaker.Failed();
        return IsDown ? detail : null;
    }

    /// <summary>Runs to its end even when the silo is asked to stop: cut here, nobody would know.</summary>
    public async Task<HandOver> HandOver(MimeMessage mail)
    {
        var wasUsed = used;
        var handOver = await Try(mail);
        // Servers close connections that are idle or have served long: this mail did not get anywhere, and has not had its try.
        if (wasUsed && IsDown && handOver.Outcome == HandOverOutcome.NotNow && await Open() is null) handOver = await Try(mail);
        return handOver;
    }

    public ValueTask DisposeAsync() => connection?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<HandOver> Try(MimeMessage mail)
    {
        used = true;
        using var limit = new CancellationTokenSource(timeout, time);
        var handOver = await connection!.HandOver(mail, limit.Token);
        IsDown = handOver.Outcome == HandOverOutcome.Unknown || (handOver.Outcome == HandOverOutcome.NotNow && !connection.IsUsable);
        if (IsDown) breaker.Failed();
        else breaker.Answered();
        return handOver;
    }
}
