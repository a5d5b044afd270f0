namespace SpPlus.Benchmarks.Measures;

/// <summary>How often everything is repeated: medians are printed.</summary>
internal sealed record Effort(TimeSpan WarmUp, int Rounds, int HotRounds, TimeSpan Hot)
{
    public static readonly Effort Full = new(TimeSpan.FromSeconds(20), 7, 5, TimeSpan.FromSeconds(4));
    public static readonly Effort Short = new(TimeSpan.FromSeconds(9), 1, 1, TimeSpan.FromSeconds(3));
}
