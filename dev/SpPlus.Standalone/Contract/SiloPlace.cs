namespace SpPlus.Standalone.Contract;

/// <summary>One silo of the cluster: its number and its ports on loopback.</summary>
internal sealed record SiloPlace(int Number, int HttpPort, int SiloPort, int GatewayPort)
{
    public string Name => $"silo-{Number}";

    public Uri Address => new($"http://127.0.0.1:{HttpPort}");
}
