namespace SpPlus.Benchmarks.Measures;

/// <summary>How often everything is repeated: medians are printed.</summary>
internal sealed record Effort(int Rounds, int HotRounds, TimeSpan Hot)
{
    public static readonly Effort Full = new(5, 5, TimeSpan.FromSeconds(4));
    public static readonly Effort Short = new(2, 1, TimeSpan.FromSeconds(3));
}
