namespace SpPlus.Standalone.Contract;

/// <summary>
/// The names of every setting that silo and web receive. The AppHost compiles this same file, so that the two ways to start the
/// platform cannot drift apart.
/// </summary>
internal static class ContractKeys
{
    public const string ClusterId = "Orleans__ClusterId";
    public const string ServiceId = "Orleans__ServiceId";
    public const string DistributedTracing = "Orleans__EnableDistributedTracing";
    public const string ClusteringProvider = "Orleans__Clustering__ProviderType";
    public const string ClusteringService = "Orleans__Clustering__ServiceKey";
    public const string StorageProvider = "Orleans__GrainStorage__Default__ProviderType";
    public const string StorageInvariant = "Orleans__GrainStorage__Default__Invariant";
    public const string StorageConnection = "Orleans__GrainStorage__Default__ConnectionName";
    public const string RemindersProvider = "Orleans__Reminders__ProviderType";
    public const string RemindersInvariant = "Orleans__Reminders__Invariant";
    public const string RemindersConnection = "Orleans__Reminders__ConnectionName";
    public const string AdvertisedAddress = "Orleans__Endpoints__AdvertisedIPAddress";
    public const string SiloPort = "Orleans__Endpoints__SiloPort";
    public const string GatewayPort = "Orleans__Endpoints__GatewayPort";

    public const string Database = "ConnectionStrings__spplus";
    public const string Redis = "ConnectionStrings__redis";
    public const string Blobs = "ConnectionStrings__blobs";

    public const string MailHost = "Mail__Host";
    public const string MailPort = "Mail__Port";
    public const string MailFrom = "Mail__From";
    public const string PublicAddress = "Web__PublicAddress";
    public const string VaultMasterKey = "Vault__MasterKey";
    public const string AccountsFile = "Accounts__DevelopmentFile";
    public const string DemoSeed = "Demo__Seed";

    public const string Authority = "Identity__Authority";
    public const string ClientId = "Identity__ClientId";
    public const string ClientSecret = "Identity__ClientSecret";
    public const string SiloAddress = "services__silo__http__0";

    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string ServiceName = "OTEL_SERVICE_NAME";
    public const string ResourceAttributes = "OTEL_RESOURCE_ATTRIBUTES";
    public const string Environment = "ASPNETCORE_ENVIRONMENT";
    public const string Urls = "ASPNETCORE_URLS";
}
