namespace SpPlus.Benchmarks.Measures;

/// <summary>Two thousand pages that listen: first to nothing, then to comments. Times in milliseconds, processor use in percent of one.</summary>
internal sealed record LiveMeasure
{
    public required TimeSpan Connecting { get; init; }

    /// <summary>From the moment that the comment's form was sent to the moment that a page had the event.</summary>
    public required double[] FromSent { get; init; }

    /// <summary>From the moment that its sender had the answer, which is after it was durable.</summary>
    public required double[] FromAccepted { get; init; }
    public required double IdleWebCpu { get; init; }
    public required double IdleSiloCpu { get; init; }
    public required double BusyWebCpu { get; init; }
    public required double BusySiloCpu { get; init; }
    public required double Memory { get; init; }
    public required double MostMemory { get; init; }
    public required double MemoryBefore { get; init; }

    /// <summary>Transactions a second before anybody listened, and while two thousand did; connections of the web that asked anything.</summary>
    public required double TransactionsBefore { get; init; }
    public required double TransactionsWhile { get; init; }
    public required long WebQueries { get; init; }

    public static double At(double quantile, double[] sorted) => sorted[Math.Min(sorted.Length - 1, (int)(quantile * sorted.Length))];
}
