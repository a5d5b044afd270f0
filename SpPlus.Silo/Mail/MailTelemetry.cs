using System.Diagnostics.Metrics;
using SpPlus.ServiceDefaults;
using SpPlus.Silo.Mail.Pace;

namespace SpPlus.Silo.Mail;

/// <summary>Mails by what became of them, and what waits: see docs/mails.md. Steps and states only: no id, no address.</summary>
internal sealed class MailTelemetry
{
    private readonly Counter<long> outcomes = SpPlusTelemetry.Meter.CreateCounter<long>(
        "spplus.mail.outcomes", "{mail}", "Attempts to send a mail, by the state it was left in.");

    private readonly Counter<long> paced = SpPlusTelemetry.Meter.CreateCounter<long>(
        "spplus.mail.paced", "{mail}", "Mails put back because their domain has had its share for the moment.");

    private volatile MailBacklog backlog = MailBacklog.Empty;

    public MailTelemetry(MailBreaker breaker)
    {
        SpPlusTelemetry.Meter.CreateObservableGauge(
            "spplus.mail.queue.age", () => backlog.Lateness.TotalSeconds, "s", "How long the oldest mail that is due has been waiting.");
        SpPlusTelemetry.Meter.CreateObservableGauge(
            "spplus.mail.queue.size", Sizes, "{mail}", "Mails that somebody or something has still to do with, by state.");
        SpPlusTelemetry.Meter.CreateObservableGauge(
            "spplus.mail.held", () => backlog.Counts.Held, "{mail}", "Mails whose hand-over has an unknown outcome.");
        SpPlusTelemetry.Meter.CreateObservableGauge(
            "spplus.mail.server.away", () => breaker.IsOpen ? 1 : 0, "1", "1 while this silo hands no mail over because the server does not answer.");
    }

    public void Settled(string step, string state) => outcomes.Add(1, new KeyValuePair<string, object?>("step", step), Of(state));

    public void Abandoned(int mails) => outcomes.Add(mails, Of(MailState.Unknown));

    public void Paced() => paced.Add(1);

    public void Measured(MailBacklog measured) => backlog = measured;

    private IEnumerable<Measurement<int>> Sizes()
    {
        var counts = backlog.Counts;
        yield return new(counts.Waiting, Of(MailState.Queued));
        yield return new(counts.HandingOver, Of(MailState.HandingOver));
        yield return new(counts.Held, Of(MailState.Unknown));
        yield return new(counts.Refused, Of(MailState.Refused));
    }

    private static KeyValuePair<string, object?> Of(string state) => new("state", state);
}
