using System.Globalization;
using SpPlus.Standalone.Contract;
using SpPlus.Standalone.Folders;
using SpPlus.Standalone.Processes;

namespace SpPlus.Standalone.Parts;

/// <summary>The platform's own processes, from their built output.</summary>
internal static class DotNetProcesses
{
    /// <summary>A setting that whoever starts the process may add: it is given that much longer before it is killed.</summary>
    public const string DrainGrace = "Drain__Grace";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    public static async Task StartIdentityAsync(Children children, StackConnections stack, IEnumerable<Uri> webAddresses, CancellationToken cancellation)
    {
        var settings = new Dictionary<string, string>
        {
            [ContractKeys.Environment] = stack.Environment,
            [ContractKeys.Urls] = stack.Authority.OriginalString,
            [ContractKeys.ServiceName] = "identity",
            [ContractKeys.ClientId] = stack.ClientId,
            [ContractKeys.ClientSecret] = stack.ClientSecret,
            [ContractKeys.AccountsFile] = stack.AccountsFile ?? "",
        };
        foreach (var (index, web) in webAddresses.Index())
        {
            settings[$"Identity__RedirectUris__{index}"] = new Uri(web, WebPaths.SignedIn).AbsoluteUri;
            settings[$"Identity__PostLogoutRedirectUris__{index}"] = new Uri(web, WebPaths.SignedOut).AbsoluteUri;
        }

        if (stack.Otlp is { } otlp)
        {
            settings[ContractKeys.OtlpEndpoint] = otlp.OriginalString;
        }

        var child = children.Start(Command("identity", "dev/SpPlus.DevIdentity", "SpPlus.DevIdentity.dll", [], settings, rank: 2));
        await Readiness.ForHttpAsync(child, new(stack.Authority, "/health"), StartLimit, cancellation);
    }

    public static Task<Child> StartSiloAsync(Children children, StackConnections stack, SiloPlace place, CancellationToken cancellation) =>
        StartSiloAsync(children, stack, place, new Dictionary<string, string>(), cancellation);

    public static async Task<Child> StartSiloAsync(
        Children children, StackConnections stack, SiloPlace place, IReadOnlyDictionary<string, string> more, CancellationToken cancellation)
    {
        var settings = ProcessContract.ForSilo(stack, place);
        foreach (var (name, value) in more) settings[name] = value;
        var child = children.Start(Command(place.Name, "SpPlus.Silo", "SpPlus.Silo.dll", [], settings, rank: 1));
        await Readiness.ForHttpAsync(child, new(place.Address, "/health"), StartLimit, cancellation);
        return child;
    }

    public static Task<Child> StartWebAsync(
        Children children, StackConnections stack, Uri address, IReadOnlyList<SiloPlace> silos, CancellationToken cancellation) =>
        StartWebAsync(children, stack, address, silos, new Dictionary<string, string>(), cancellation);

    public static async Task<Child> StartWebAsync(
        Children children, StackConnections stack, Uri address, IReadOnlyList<SiloPlace> silos, IReadOnlyDictionary<string, string> more,
        CancellationToken cancellation)
    {
        var settings = ProcessContract.ForWeb(stack, address, silos);
        foreach (var (name, value) in more) settings[name] = value;
        var child = children.Start(Command("web", "SpPlus.Web", "SpPlus.Web.dll", [], settings, rank: 2));
        await Readiness.ForHttpAsync(child, new(address, "/health"), StartLimit, cancellation);
        return child;
    }

    public static ChildCommand Command(
        string name, string project, string dll, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings, int rank = 0)
    {
        var dotnet = Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet";
        var drain = settings.TryGetValue(DrainGrace, out var grace) ? TimeSpan.Parse(grace, CultureInfo.InvariantCulture) : TimeSpan.Zero;
        return new(name, dotnet, [Checkout.Built(project, dll), .. arguments])
        {
            Grace = TimeSpan.FromSeconds(10) + drain,
            WorkingDirectory = Path.Combine(Checkout.Root, project),
            Environment = settings,
            Rank = rank,
        };
    }
}
