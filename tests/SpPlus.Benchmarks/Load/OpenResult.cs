namespace SpPlus.Benchmarks.Load;

/// <summary>What became of the calls: accepted, turned away or refused by name (503), anything else, and those that could not be sent.</summary>
internal sealed class OpenResult(TimeSpan elapsed, int due, int unsent, IReadOnlyList<(int Status, TimeSpan Due, TimeSpan After, string Tag)> answers)
{
    private readonly TimeSpan[] accepted = [.. answers.Where(a => a.Status == StatusCodes.Status303SeeOther).Select(a => a.After).Order()];

    public double OfferedPerSecond => due / elapsed.TotalSeconds;

    public int Due => due;

    public int Unsent => unsent;

    public int Accepted => accepted.Length;

    public double AcceptedPerSecond => accepted.Length / elapsed.TotalSeconds;

    public int TurnedAway => answers.Count(a => a.Status == StatusCodes.Status503ServiceUnavailable);

    public int Failed => answers.Count(a => a.Status is not (StatusCodes.Status303SeeOther or StatusCodes.Status503ServiceUnavailable));

    public string[] Acknowledged => [.. answers.Where(a => a.Status == StatusCodes.Status303SeeOther).Select(a => a.Tag)];

    /// <summary>Of each second in which calls were due that were not accepted: how many.</summary>
    public IEnumerable<(int Second, int Calls)> NotAccepted => answers.Where(a => a.Status != StatusCodes.Status303SeeOther)
        .GroupBy(a => (int)a.Due.TotalSeconds).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()));

    public double Milliseconds(double quantile) =>
        accepted.Length == 0 ? double.NaN : accepted[Math.Min(accepted.Length - 1, (int)(quantile * accepted.Length))].TotalMilliseconds;
}
