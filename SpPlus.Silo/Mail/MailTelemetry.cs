using System.Diagnostics.Metrics;
using SpPlus.ServiceDefaults;

namespace SpPlus.Silo.Mail;

/// <summary>Mails by what became of them, and what waits. Steps and states only: no id, no address.</summary>
internal sealed class MailTelemetry
{
    private readonly Counter<long> outcomes = SpPlusTelemetry.Meter.CreateCounter<long>(
        "spplus.mail.outcomes", "{mail}", "Attempts to send a mail, by the state it was left in.");

    private volatile MailBacklog backlog = new(TimeSpan.Zero, 0);

    public MailTelemetry()
    {
        SpPlusTelemetry.Meter.CreateObservableGauge(
            "spplus.mail.queue.age", () => backlog.Lateness.TotalSeconds, "s", "How long the oldest mail that is due has been waiting.");
        SpPlusTelemetry.Meter.CreateObservableGauge(
            "spplus.mail.held", () => backlog.Held, "{mail}", "Mails whose hand-over has an unknown outcome.");
    }

    public void Settled(string step, string state) =>
        outcomes.Add(1, new KeyValuePair<string, object?>("step", step), new KeyValuePair<string, object?>("state", state));

    public void Abandoned(int mails) => outcomes.Add(mails, new KeyValuePair<string, object?>("state", MailState.Unknown));

    public void Measured(MailBacklog measured) => backlog = measured;
}
