using SpPlus.Standalone.Contract;

namespace SpPlus.AppHost;

internal static class IdentityExtensions
{
    private const string Client = "spplus-web";

    /// <summary>Running: the development provider and its personas. Published: the operator's own, never this one.</summary>
    public static void AddIdentity(this IDistributedApplicationBuilder builder, StackSettings stack, IResourceBuilder<ProjectResource> web)
    {
        web.WithEnvironment(ContractKeys.ClientId, Client);
        if (!stack.IsRunning)
        {
            web.WithEnvironment(ContractKeys.Authority, builder.AddParameter("identity-authority"));
            web.WithEnvironment(ContractKeys.ClientSecret, builder.AddParameter("identity-client-secret", secret: true));
            return;
        }

        var address = web.GetEndpoint("http").Property(EndpointProperty.Url);
        var identity = builder.AddProject<Projects.SpPlus_DevIdentity>("identity", launchProfileName: null)
            .WithEnvironment(ContractKeys.Environment, "Development")
            .WithEnvironment(ContractKeys.ClientId, Client)
            .WithEnvironment(ContractKeys.ClientSecret, stack.Secrets.ClientSecret)
            .WithEnvironment(ContractKeys.AccountsFile, stack.Personas)
            .WithEnvironment("Identity__RedirectUris__0", ReferenceExpression.Create($"{address}{WebPaths.SignedIn}"))
            .WithEnvironment("Identity__PostLogoutRedirectUris__0", ReferenceExpression.Create($"{address}{WebPaths.SignedOut}"))
            .WithHttpEndpoint(port: stack.IdentityPort)
            .WithHttpHealthCheck("/health");

        web.WithEnvironment(ContractKeys.Authority, identity.GetEndpoint("http"))
            .WithEnvironment(ContractKeys.ClientSecret, stack.Secrets.ClientSecret)
            .WaitFor(identity);
    }
}
