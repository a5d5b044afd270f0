using System.Diagnostics.Metrics;
using SpPlus.ServiceDefaults;

namespace SpPlus.Silo.Retention;

internal sealed class RetentionTelemetry
{
    private readonly Counter<long> destroyed = SpPlusTelemetry.Meter.CreateCounter<long>(
        "spplus.retention.destroyed", "{item}", "What was destroyed because its time was over, by job.");

    private readonly Gauge<long> due = SpPlusTelemetry.Meter.CreateGauge<long>(
        "spplus.retention.due", "{item}", "What is over its time and still there, by job: more than a day's cap does not go away by itself.");

    public void Destroyed(string job, int count) => destroyed.Add(count, new KeyValuePair<string, object?>("job", job));

    public void Due(string job, long count) => due.Record(count, new KeyValuePair<string, object?>("job", job));
}
