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

    public int Failed => Failures.Sum(f => f.Calls);

    /// <summary>The status of each kind of failure, 0 for no answer, and how many.</summary>
    public IEnumerable<(int Status, int Calls)> Failures => answers.CountBy(a => a.Status).Select(s => (s.Key, s.Value))
        .Where(s => s.Key is not (StatusCodes.Status303SeeOther or StatusCodes.Status503ServiceUnavailable));

    public double TurnedAwayWithin(double quantile) =>
        Quantile([.. answers.Where(a => a.Status == StatusCodes.Status503ServiceUnavailable).Select(a => a.After).Order()], quantile);

    public string[] Acknowledged => [.. answers.Where(a => a.Status == StatusCodes.Status303SeeOther).Select(a => a.Tag)];

    /// <summary>Of each second in which calls were due that were not accepted: how many.</summary>
    public IEnumerable<(int Second, int Calls)> NotAccepted => answers.Where(a => a.Status != StatusCodes.Status303SeeOther)
        .GroupBy(a => (int)a.Due.TotalSeconds).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()));

    /// <summary>Of each second: how many that were due in it were accepted, and within how long.</summary>
    public IEnumerable<(int Second, int Accepted, double Milliseconds)> Seconds => answers.Where(a => a.Status == StatusCodes.Status303SeeOther)
        .GroupBy(a => (int)a.Due.TotalSeconds).OrderBy(g => g.Key)
        .Select(g => (g.Key, g.Count(), g.Select(a => a.After.TotalMilliseconds).Order().ElementAt((int)(0.99 * g.Count()))));

    public double Milliseconds(double quantile) => Quantile(accepted, quantile);

    private static double Quantile(TimeSpan[] ordered, double quantile) =>
        ordered.Length == 0 ? double.NaN : ordered[Math.Min(ordered.Length - 1, (int)(quantile * ordered.Length))].TotalMilliseconds;
}
