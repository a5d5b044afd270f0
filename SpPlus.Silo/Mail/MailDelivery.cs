using System.Diagnostics;
using Microsoft.Extensions.Options;
using MimeKit;
using Npgsql;
using SpPlus.ServiceDefaults;
using SpPlus.Silo.Mail.Pace;
using SpPlus.Silo.Mail.Smtp;

namespace SpPlus.Silo.Mail;

/// <summary>
/// One mail. It is marked as being handed over, durably, before the server hears of it: a sender that dies at any moment leaves it unmarked,
/// and it is tried again, or marked, and it is held (STEP-2). Nothing that could carry an address is logged or stored: exceptions are named
/// by their type alone (PRIV-1).
/// </summary>
internal sealed partial class MailDelivery(
    MailOutbox outbox, MailPreparation preparation, DomainPace pace, MailTelemetry telemetry, IOptions<MailOptions> options, TimeProvider time, ILogger<MailDelivery> logger)
{
    /// <summary>Runs to its end even when the silo is asked to stop: only the writing down is given up then.</summary>
    public async Task Deliver(DueMail mail, MailLine line, CancellationToken cancellation)
    {
        using var activity = SpPlusTelemetry.Source.StartActivity("mail.send", ActivityKind.Producer);
        if (await Attempt(mail, line) is not { } settlement) return;
        activity?.SetTag("spplus.mail.step", mail.Key.Step).SetTag("spplus.mail.state", settlement.State);
        if (await Settle(mail, settlement, cancellation)) Tell(mail, settlement);
        else LogOverruled(mail.Number, settlement.State);
    }

    /// <summary>Null when another sender took the mail over meanwhile, or its turn comes later.</summary>
    private async Task<Settlement?> Attempt(DueMail mail, MailLine line)
    {
        Prepared prepared;
        try
        {
            prepared = await preparation.Prepare(mail.Key);
            if (prepared.Message is null) return prepared.Instead;
            if (!mail.HasTurn && pace.Wait(DomainOf(prepared.Message), mail.Lane) is { Ticks: > 0 } wait) return await PutBack(mail, wait);
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

    private async Task<Settlement?> PutBack(DueMail mail, TimeSpan wait)
    {
        await outbox.PutBack(mail, wait, CancellationToken.None);
        telemetry.Paced();
        return null;
    }

    private static string DomainOf(MimeMessage message) => message.To.Mailboxes.First().Domain;

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
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation);
            }
        }
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
