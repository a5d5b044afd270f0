using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace SpPlus.Web.Hosting;

/// <summary>
/// Style, fonts and scripts, embedded in this assembly so that any host serves them. Scripts import one another by relative addresses:
/// the version is a folder of theirs, so that it goes from one to the next.
/// </summary>
internal static class ThemeFiles
{
    private const string Root = "/theme";

    private static readonly System.Reflection.Assembly Assembly = typeof(ThemeFiles).Assembly;

    private static readonly PathString Current = $"{Root}/{Fingerprint()}";
    /// <summary>Changes with the style: the address of the style sheet carries it.</summary>
    public static string Version => Current.Value![(Root.Length + 1)..];

    public static string Script(string name) => $"{Current}/{name}";

    public static IApplicationBuilder UseTheme(this IApplicationBuilder app) => app
        .UseStaticFiles(Files(Current))
        .UseStaticFiles(Files(Root));

    private static StaticFileOptions Files(PathString path) => new()
    {
        FileProvider = new EmbeddedFileProvider(Assembly, "SpPlus.Web.Theme"),
        RequestPath = path,
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
    };

    private static string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Assembly.GetManifestResourceNames().Where(n => n.StartsWith("SpPlus.Web.Theme.", StringComparison.Ordinal)).Order())
        {
            using var stream = Assembly.GetManifestResourceStream(name)!;
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 5));
    }
}
