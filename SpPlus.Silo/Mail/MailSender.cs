using Microsoft.Extensions.Options;
using SpPlus.Silo.Mail.Operators;
using SpPlus.Silo.Mail.Pace;
using SpPlus.Silo.Mail.Smtp;
using SpPlus.Silo.Projections;

namespace SpPlus.Silo.Mail;

/// <summary>
/// Sends what is due over a few connections, lane by lane (<see cref="MailLanes"/>). While the server is away nothing is claimed
/// (<see cref="MailBreaker"/>).
/// </summary>
internal sealed partial class MailSender(
    MailOutbox outbox,
    MailDelivery delivery,
    MailCounting counting,
    IMailServer server,
    MailBreaker breaker,
    QueueSignal<MailProjection> signal,
    MailTelemetry telemetry,
    IOptions<MailOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<MailSender> logger) : QueueWorker<MailProjection>(signal, lifetime, time, logger)
{
    private int turns;
    private long? measured;

    protected override TimeSpan Interval => options.Value.Interval;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.IsOn) return base.StartAsync(cancellationToken);
        LogOff();
        return Task.CompletedTask;
    }

    /// <summary>
    /// What cannot be claimed or marked is looked for again. The error is named by its type, for it may hold an address, and is not the
    /// worker's to log.
    /// </summary>
    public override async Task<bool> DoDue(CancellationToken cancellation)
    {
        try
        {
            var more = await SendDue(cancellation);
            await Measure(cancellation);
            return more;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(exception.GetType().Name);
            return false;
        }
    }

    /// <summary>A connection's worth over each connection; true when there may be more. Public to tests, which want to see what it throws.</summary>
    public async Task<bool> SendDue(CancellationToken cancellation)
    {
        await HoldAbandoned(cancellation);
        if (breaker.IsOpen && !await IsBack()) return false;
        var lines = Enumerable.Range(0, breaker.IsTrial ? 1 : options.Value.Connections);
        var more = await Task.WhenAll(lines.Select(_ => SendOverOne(cancellation)));
        if (breaker.IsOpen) LogAway();
        return more.Contains(true);
    }

    private async Task<bool> SendOverOne(CancellationToken cancellation)
    {
        await using var line = new MailLine(server, breaker, options.Value.Timeout, Time);
        for (var count = 0; count < options.Value.BatchSize && !line.IsDown && !breaker.IsOpen; count++)
        {
            if (await Claim(cancellation) is not { } mail) return false;
            await delivery.Deliver(mail, line, cancellation);
        }

        return !line.IsDown && !breaker.IsOpen;
    }

    private async Task<DueMail?> Claim(CancellationToken cancellation)
    {
        var turn = (uint)Interlocked.Increment(ref turns) - 1;
        foreach (var lane in MailLanes.Orders[(int)(turn % MailLanes.Orders.Length)])
            if (await outbox.Claim(lane, cancellation) is { } mail) return mail;
        return null;
    }

    private async Task<bool> IsBack()
    {
        if (!breaker.IsProbeDue) return false;
        using var limit = new CancellationTokenSource(options.Value.Timeout, Time);
        if (await server.Open(limit.Token) is not { Connection: { } connection })
        {
            breaker.Failed();
            return false;
        }

        await connection.DisposeAsync();
        breaker.Reached();
        LogBack();
        return true;
    }

    private async Task Measure(CancellationToken cancellation)
    {
        if (measured is { } at && Time.GetElapsedTime(at) < Interval) return;
        telemetry.Measured(await counting.Backlog(cancellation));
        measured = Time.GetTimestamp();
    }

    private async Task HoldAbandoned(CancellationToken cancellation)
    {
        var abandoned = await outbox.HoldAbandoned(cancellation);
        if (abandoned == 0) return;
        telemetry.Abandoned(abandoned);
        LogAbandoned(abandoned);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No mail server is configured (Mail:Host): mails wait in the queue")]
    private partial void LogOff();

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending mails stopped on {Exception}; it goes on after the interval")]
    private partial void LogFailed(string exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Mails} mails are held: their sender died while handing them over")]
    private partial void LogAbandoned(int mails);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server does not answer: mails wait until it does")]
    private partial void LogAway();

    [LoggerMessage(Level = LogLevel.Information, Message = "The mail server answers again")]
    private partial void LogBack();
}
