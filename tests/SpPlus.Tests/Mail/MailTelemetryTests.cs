using System.Diagnostics.Metrics;
using SpPlus.ServiceDefaults;
using SpPlus.Silo.Mail;
using Xunit;

namespace SpPlus.Tests.Mail;

public sealed class MailTelemetryTests
{
    [Fact]
    public async Task What_waits_is_counted_by_state_and_by_its_age()
    {
        var port = ScriptedMailServer.ClosedPort();
        await using var post = await Post.Open(port, ("Mail:BreakAfter", "2"));
        foreach (var (name, state) in ((string, string)[])[("armand", "unknown"), ("bruno", "refused"), ("chloe", "refused"), ("denis", "accepted")])
        {
            var key = await post.Queue(name);
            await post.Run("update mail.queue set state = $2 where experience = $1", key.About, state);
        }

        for (var i = 0; i < 3; i++) await post.Queue($"attend{i}");
        await post.Run("update mail.queue set due_at = now() - interval '1 hour' where state = 'queued'");
        await post.SendAll();
        await post.Service<MailSender>().DoDue(CancellationToken.None);

        var measured = Measured();
        Assert.Contains(("spplus.mail.queue.size", "queued", 3.0), measured);
        Assert.Contains(("spplus.mail.queue.size", "unknown", 1.0), measured);
        Assert.Contains(("spplus.mail.queue.size", "refused", 2.0), measured);
        Assert.Contains(("spplus.mail.held", "", 1.0), measured);
        Assert.Contains(("spplus.mail.server.away", "", 1.0), measured);
        Assert.Contains(measured, m => m.Name == "spplus.mail.queue.age" && m.Value is > 3_500 and < 3_700);
    }

    /// <summary>Of every sender in this process: each has its gauges.</summary>
    private static List<(string Name, string State, double Value)> Measured()
    {
        var measured = new List<(string, string, double)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter == SpPlusTelemetry.Meter && instrument.IsObservable) l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => measured.Add((instrument.Name, State(tags), value)));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured.Add((instrument.Name, State(tags), value)));
        listener.Start();
        listener.RecordObservableInstruments();
        return measured;
    }

    private static string State(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
            if (tag.Key == "state") return (string)tag.Value!;
        return "";
    }
}
