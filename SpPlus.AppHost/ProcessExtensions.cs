using SpPlus.Standalone.Contract;

namespace SpPlus.AppHost;

/// <summary>The rest of the process contract: what Aspire's references do not say by themselves.</summary>
internal static class ProcessExtensions
{
    // Orleans' ADO.NET providers read these two and ignore the service key that Aspire gives them.
    public static IResourceBuilder<ProjectResource> WithAdoNetProviders(this IResourceBuilder<ProjectResource> silo) => silo
        .WithEnvironment(ContractKeys.StorageInvariant, "Npgsql")
        .WithEnvironment(ContractKeys.StorageConnection, "spplus")
        .WithEnvironment(ContractKeys.RemindersInvariant, "Npgsql")
        .WithEnvironment(ContractKeys.RemindersConnection, "spplus");

    // Published, the key is the operator's: losing it loses the authors' addresses.
    public static IResourceBuilder<ProjectResource> WithVault(this IResourceBuilder<ProjectResource> silo, StackSettings stack) => stack.IsRunning
        ? silo.WithEnvironment(ContractKeys.VaultMasterKey, stack.Secrets.VaultMasterKey)
        : silo.WithEnvironment(ContractKeys.VaultMasterKey, silo.ApplicationBuilder.AddParameter("vault-master-key", secret: true));

    public static IResourceBuilder<ProjectResource> WithDevelopment(this IResourceBuilder<ProjectResource> project, StackSettings stack) => stack.IsRunning
        ? project
            .WithEnvironment(ContractKeys.Environment, "Development")
            .WithEnvironment(ContractKeys.AdvertisedAddress, "127.0.0.1")
            .WithEnvironment(ContractKeys.AccountsFile, stack.Personas)
            .WithEnvironment(ContractKeys.DemoSeed, stack.SeedDemo ? "true" : "false")
        : project;

    /// <summary>Links in mails and in pages lead here. Published, only the operator knows: the endpoint is an address inside.</summary>
    public static void WithPublicAddress(
        this IResourceBuilder<ProjectResource> project, IResourceBuilder<ProjectResource> web, IResourceBuilder<ParameterResource>? published)
    {
        if (published is null) project.WithEnvironment(ContractKeys.PublicAddress, web.GetEndpoint("http"));
        else project.WithEnvironment(ContractKeys.PublicAddress, published);
    }
}
