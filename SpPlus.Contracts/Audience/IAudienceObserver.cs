using Orleans.Concurrency;

namespace SpPlus.Contracts.Audience;

/// <summary>A web process that has pages open.</summary>
[Alias("spplus.audience-observer")]
public interface IAudienceObserver : IGrainObserver
{
    /// <summary>Nobody waits for it and nothing depends on it: a lost hint is made up for at the next <see cref="Attendance"/>.</summary>
    [OneWay, Alias("hear")]
    Task Hear(Hint hint);
}
