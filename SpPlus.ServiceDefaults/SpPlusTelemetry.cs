using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SpPlus.ServiceDefaults;

/// <summary>The one source and the one meter of the platform's own code. No ids as metric dimensions.</summary>
public static class SpPlusTelemetry
{
    public const string Name = "SpPlus";

    public static ActivitySource Source { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);
}
