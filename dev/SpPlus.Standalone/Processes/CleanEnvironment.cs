using System.Collections;

namespace SpPlus.Standalone.Processes;

/// <summary>Children see the machine's settings, not the developer's: a stray connection string must not reach a silo.</summary>
internal static class CleanEnvironment
{
    private static readonly string[] Names = ["PATH", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR", "LANG", "TZ", "TERM", "SSL_CERT_FILE", "SSL_CERT_DIR", "NODE_EXTRA_CA_CERTS"];
    private static readonly string[] Prefixes = ["DOTNET_", "NUGET_", "npm_config_", "NPM_CONFIG_", "LC_", "http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"];

    public static void Apply(IDictionary<string, string?> environment, IReadOnlyDictionary<string, string> settings)
    {
        environment.Clear();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (name != "DOTNET_ENVIRONMENT" && (Names.Contains(name) || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))))
            {
                environment[name] = (string?)variable.Value;
            }
        }

        // What listens here is no business of a proxy's.
        // Programs differ in which of the two they read first: both say the same.
        string?[] exceptions = [Value("no_proxy") ?? Value("NO_PROXY"), "127.0.0.1,localhost"];
        environment["no_proxy"] = environment["NO_PROXY"] = string.Join(',', exceptions.OfType<string>());

        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        string? Value(string name) => environment.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;
    }
}
