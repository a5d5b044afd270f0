using Microsoft.Extensions.Configuration;
using SpPlus.Standalone.Folders;

namespace SpPlus.AppHost;

/// <summary>What <c>--stack:…</c> says, and the secrets of this machine.</summary>
internal sealed record StackSettings
{
    public required StackMode Mode { get; init; }

    public required int Silos { get; init; }

    public required int Webs { get; init; }

    public required int WebPort { get; init; }

    public required int IdentityPort { get; init; }

    public required bool SeedDemo { get; init; }

    /// <summary>False when publishing: then there are no personas, and every secret is the operator's.</summary>
    public required bool IsRunning { get; init; }

    public required string Root { get; init; }

    public required StackSecrets Secrets { get; init; }

    public string Data => Path.Combine(Root, ".data", "apphost");

    public string Personas => Path.Combine(Root, "dev", "SpPlus.DevIdentity", "personas.json");

    public static StackSettings Read(IDistributedApplicationBuilder builder)
    {
        var root = Path.GetFullPath(Path.Combine(builder.AppHostDirectory, ".."));
        var data = Directory.CreateDirectory(Path.Combine(root, ".data", "apphost")).FullName;
        var asked = builder.Configuration.GetSection("stack");
        return new()
        {
            Mode = Enum.Parse<StackMode>(asked["mode"] ?? nameof(StackMode.Containers), ignoreCase: true),
            Silos = asked.GetValue("silos", 2),
            Webs = asked.GetValue("webs", 1),
            WebPort = asked.GetValue("webPort", 5080),
            IdentityPort = asked.GetValue("identityPort", 5090),
            SeedDemo = asked.GetValue("seedDemo", true),
            IsRunning = !builder.ExecutionContext.IsPublishMode,
            Root = root,
            Secrets = StackSecrets.ReadOrMake(Path.Combine(data, "secrets.json")),
        };
    }
}
