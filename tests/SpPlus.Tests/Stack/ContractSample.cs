using SpPlus.Standalone.Contract;

namespace SpPlus.Tests.Stack;

internal static class ContractSample
{
    public static StackConnections Connections { get; } = new()
    {
        Database = "Host=127.0.0.1",
        Redis = "127.0.0.1:6379",
        Blobs = "UseDevelopmentStorage=true",
        MailHost = "127.0.0.1",
        MailPort = 25,
        PublicAddress = new("http://127.0.0.1:5080"),
        Authority = new("http://127.0.0.1:5090"),
        ClientSecret = "any",
        VaultMasterKey = Convert.ToBase64String(new byte[32]),
        AccountsFile = "personas.json",
        Otlp = new("http://127.0.0.1:4317"),
    };

    public static SiloPlace Silo { get; } = new(1, 5100, 11111, 30000);
}
