using SpPlus.Standalone.Folders;

namespace SpPlus.Standalone.Stacks;

internal sealed record StackOptions
{
    public string Data { get; init; } = StackFolder.Default;

    public bool Fresh { get; init; }

    public int Silos { get; init; } = 1;

    /// <summary>null: only where nothing was ever written.</summary>
    public bool? SeedDemo { get; init; }

    public bool Dashboard { get; init; } = true;

    /// <summary>A program to run instead of the server in this process.</summary>
    public string? RedisServer { get; init; }

    /// <summary>Settings of the web on top of the contract's: tests lift the limits that they would meet.</summary>
    public IReadOnlyDictionary<string, string> WebSettings { get; init; } = new Dictionary<string, string>();

    /// <summary>Settings of the silos on top of the contract's.</summary>
    public IReadOnlyDictionary<string, string> SiloSettings { get; init; } = new Dictionary<string, string>();

    /// <summary>How long a publication may be taken back; null for the product's own default.</summary>
    public TimeSpan? UndoWindow { get; init; }

    /// <summary>Where telemetry goes instead of the dashboard (OTLP over gRPC).</summary>
    public Uri? Telemetry { get; init; }

    /// <summary>The well-known ports where they are free; tests take any, so as not to meet a stack that somebody uses.</summary>
    public bool WellKnownPorts { get; init; } = true;

    /// <summary>Nothing is kept once it has stopped, wherever it lay.</summary>
    public bool Temporary { get; init; }
}
