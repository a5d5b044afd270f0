using System.Security.Cryptography;
using System.Text.Json;

namespace SpPlus.Standalone.Folders;

/// <summary>Made once per data folder, never in the repository. Losing the vault key loses the authors' addresses.</summary>
internal sealed record StackSecrets
{
    public string VaultMasterKey { get; init; } = Random();

    public string DatabasePassword { get; init; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    public string BlobKey { get; init; } = Random();

    public string ClientSecret { get; init; } = Random();

    public static StackSecrets ReadOrMake(string path)
    {
        if (File.Exists(path))
        {
            return JsonSerializer.Deserialize<StackSecrets>(File.ReadAllText(path))!;
        }

        var secrets = new StackSecrets();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        JsonSerializer.Serialize(file, secrets);
        return secrets;
    }

    private static string Random() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
