using Microsoft.AspNetCore.Builder;

namespace SpPlus.ServiceDefaults;

/// <summary>Marks endpoints that answer also while too many others ask: they say how the process is, or only wait.</summary>
public sealed class NeverTurnedAway
{
    internal static readonly NeverTurnedAway Mark = new();

    private NeverTurnedAway()
    {
    }
}

public static class NeverTurnedAwayExtensions
{
    public static TBuilder IsNeverTurnedAway<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(NeverTurnedAway.Mark);
}
