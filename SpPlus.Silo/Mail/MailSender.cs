using System.Diagnostics;
using Microsoft.Extensions.Options;
using Npgsql;
using SpPlus.ServiceDefaults;
using SpPlus.Silo.Mail.Smtp;
using SpPlus.Silo.Projections;

namespace SpPlus.Silo.Mail;

/// <summary>
/// Sends what is due, one mail after another. A mail is marked as being handed over, durably, before the server hears of it: a
/// sender that dies at any moment leaves it unmarked, and it is tried again, or marked, and it is held (STEP-2). Nothing that
/// could carry an address is logged or stored: exceptions are named by their type alone (PRIV-1).
/// </summary>
internal sealed partial class MailSender(
    MailOutbox outbox,
    MailPreparation preparation,
    IMailServer server,
    QueueSignal<MailProjection> signal,
    MailTelemetry telemetry,
    IOptions<MailOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<MailSender> logger) : QueueWorker<MailProjection>(signal, lifetime, time, logger)
{
    protected override TimeSpan Interval => options.Value.Interval;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.IsOn) return base.StartAsync(cancellationToken);
        LogOff();
        return Task.CompletedTask;
    }

    /// <summary>
    /// One connection's worth; true when there may be more. What cannot be claimed or marked is looked for again: the error is named by its
    /// type, and is not the worker's to log.
    /// </summary>
    public override async Task<bool> DoDue(CancellationToken cancellation)
    {
        try
        {
            if (await SendDue(cancellation)) return true;
            telemetry.Measured(await outbox.Backlog(cancellation));
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(exception.GetType().Name);
        }

        return false;
    }

    /// <summary>Public to tests, which want to see what it throws.</summary>
    public async Task<bool> SendDue(CancellationToken cancellation)
    {
        await HoldAbandoned(cancellation);
        await using var line = new MailLine(server, options.Value.Timeout, Time);
        for (var count = 0; count < options.Value.BatchSize && !line.IsDown; count++)
        {
            if (await outbox.Claim(cancellation) is not { } mail) return false;
            await Send(mail, line, cancellation);
        }

        return !line.IsDown;
    }

    private async Task Send(DueMail mail, MailLine line, CancellationToken cancellation)
    {
        using var activity = SpPlusTelemetry.Source.StartActivity("mail.send", ActivityKind.Producer);
        if (await Attempt(mail, line) is not { } settlement) return;
        activity?.SetTag("spplus.mail.step", mail.Key.Step).SetTag("spplus.mail.state", settlement.State);
        if (await Settle(mail, settlement, cancellation)) Tell(mail, settlement);
        else LogOverruled(mail.Number, settlement.State);
    }

    /// <summary>Null when another sender took the mail over meanwhile.</summary>
    private async Task<Settlement?> Attempt(DueMail mail, MailLine line)
    {
        Prepared prepared;
        try
        {
            prepared = await preparation.Prepare(mail.Key);
            if (prepared.Message is null) return prepared.Instead;
            if (await line.Open() is { } closed) return NotNow(mail, closed);
            if (!await outbox.Begin(mail)) return null;
        }
        catch (Exception exception)
        {
            // The server has heard of nothing so far, even where the mark may have been made.
            return NotNow(mail, exception.GetType().Name);
        }

        return Settlement.After(await line.HandOver(prepared.Message), mail, options.Value, Random.Shared.NextDouble());
    }

    private Settlement NotNow(DueMail mail, string detail) =>
        Settlement.After(new(HandOverOutcome.NotNow, detail), mail, options.Value, Random.Shared.NextDouble());

    /// <summary>Written again until it is: giving up here can only hold a mail, never send it twice.</summary>
    private async Task<bool> Settle(DueMail mail, Settlement settlement, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await outbox.Settle(mail, settlement, CancellationToken.None);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException && !cancellation.IsCancellationRequested)
            {
                LogNotSettled(mail.Key.About, mail.Key.Step, settlement.State, exception.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), Time, cancellation);
            }
        }
    }

    private async Task HoldAbandoned(CancellationToken cancellation)
    {
        var abandoned = await outbox.HoldAbandoned(cancellation);
        if (abandoned == 0) return;
        telemetry.Abandoned(abandoned);
        LogAbandoned(abandoned);
    }

    private void Tell(DueMail mail, Settlement settlement)
    {
        telemetry.Settled(mail.Key.Step, settlement.State);
        var (experience, step, detail) = (mail.Key.About, mail.Key.Step, settlement.Detail ?? "");
        switch (settlement.State)
        {
            case MailState.Unknown:
                LogUnknown(step, experience, detail);
                break;
            case MailState.Refused:
                LogRefused(step, experience, detail);
                break;
            case MailState.Queued:
                LogDelayed(step, experience, mail.Attempt, settlement.Wait, detail);
                break;
            default:
                LogSettled(step, experience, settlement.State);
                break;
        }
    }
}
