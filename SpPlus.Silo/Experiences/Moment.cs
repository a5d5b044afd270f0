namespace SpPlus.Silo.Experiences;

internal static class Moment
{
    /// <summary>To the microsecond, as PostgreSQL keeps it: the state in memory is then what a replay gives.</summary>
    public static DateTimeOffset Now(TimeProvider time)
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
