using System.Globalization;

namespace SpPlus.Standalone.Contract;

/// <summary>The environment variables of each process: all of its configuration, nothing else is needed.</summary>
internal static class ProcessContract
{
    public static Dictionary<string, string> ForSilo(StackConnections stack, SiloPlace place)
    {
        var settings = new Dictionary<string, string>(Shared(stack, "silo", place.Name, place.Address))
        {
            [ContractKeys.StorageProvider] = "AdoNet",
            [ContractKeys.StorageInvariant] = "Npgsql",
            [ContractKeys.StorageConnection] = "spplus",
            [ContractKeys.RemindersProvider] = "AdoNet",
            [ContractKeys.RemindersInvariant] = "Npgsql",
            [ContractKeys.RemindersConnection] = "spplus",
            [ContractKeys.AdvertisedAddress] = "127.0.0.1",
            [ContractKeys.SiloPort] = Text(place.SiloPort),
            [ContractKeys.GatewayPort] = Text(place.GatewayPort),
            [ContractKeys.MailHost] = stack.MailHost,
            [ContractKeys.MailPort] = Text(stack.MailPort),
            [ContractKeys.MailFrom] = stack.MailFrom,
            [ContractKeys.VaultMasterKey] = stack.VaultMasterKey,
            [ContractKeys.AccountsFile] = stack.AccountsFile ?? "",
            [ContractKeys.DemoSeed] = stack.SeedDemo ? "true" : "false",
        };
        if (stack.UndoWindow is { } window) settings["Deadlines__UndoWindow"] = window.ToString("c", CultureInfo.InvariantCulture);
        return settings;
    }

    public static Dictionary<string, string> ForWeb(StackConnections stack, Uri address, IReadOnlyList<SiloPlace> silos)
    {
        var settings = new Dictionary<string, string>(Shared(stack, "web", "web-1", address))
        {
            [ContractKeys.Authority] = Text(stack.Authority),
            [ContractKeys.ClientId] = stack.ClientId,
            [ContractKeys.ClientSecret] = stack.ClientSecret,
        };
        foreach (var (index, silo) in silos.Index())
        {
            settings[$"services__silo__http__{index}"] = Text(silo.Address);
        }

        return settings;
    }

    private static Dictionary<string, string> Shared(StackConnections stack, string service, string instance, Uri address)
    {
        var settings = new Dictionary<string, string>
        {
            [ContractKeys.ClusterId] = stack.ClusterId,
            [ContractKeys.ServiceId] = stack.ServiceId,
            [ContractKeys.DistributedTracing] = "true",
            [ContractKeys.ClusteringProvider] = "Redis",
            [ContractKeys.ClusteringService] = "redis",
            [ContractKeys.Database] = stack.Database,
            [ContractKeys.Redis] = stack.Redis,
            [ContractKeys.Blobs] = stack.Blobs,
            [ContractKeys.PublicAddress] = Text(stack.PublicAddress),
            [ContractKeys.ServiceName] = service,
            [ContractKeys.ResourceAttributes] = $"service.instance.id={instance}",
            [ContractKeys.Environment] = stack.Environment,
            [ContractKeys.Urls] = Text(address),
        };
        if (stack.Otlp is { } otlp)
        {
            settings[ContractKeys.OtlpEndpoint] = Text(otlp);
        }

        return settings;
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
