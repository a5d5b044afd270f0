using System.Globalization;
using SpPlus.Standalone.Folders;
using SpPlus.Standalone.Processes;
using SpPlus.Standalone.Tools;

namespace SpPlus.Standalone.Parts;

/// <summary>Azure's blob storage, emulated, with an account of our own rather than the key that everybody knows.</summary>
internal static class Blobs
{
    private const string Account = "spplus";

    public static string ConnectionString(int port, string key) => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={key};BlobEndpoint=http://127.0.0.1:{port}/{Account};");

    public static async Task StartAsync(Children children, StackFolder folder, NodeTools tools, string key, int port, CancellationToken cancellation)
    {
        string[] arguments =
        [
            tools.Script("azurite-blob"), "--blobHost", "127.0.0.1", "--blobPort", port.ToString(CultureInfo.InvariantCulture),
            "--location", folder.Blobs, "--skipApiVersionCheck", "--disableTelemetry", "--silent",
        ];
        var child = children.Start(new("blobs", tools.Node, arguments)
        {
            WorkingDirectory = folder.Blobs,
            Environment = new Dictionary<string, string> { ["AZURITE_ACCOUNTS"] = $"{Account}:{key}" },
        });
        // Without a signature it refuses, and by refusing shows that it is there.
        await Readiness.ForHttpAsync(child, new($"http://127.0.0.1:{port}/{Account}?comp=list"), TimeSpan.FromSeconds(60), cancellation, status => status is > 0 and < 500);
    }
}
