using System.Globalization;
using SpPlus.Standalone.Processes;

namespace SpPlus.Standalone.Parts;

/// <summary>PostgreSQL refuses to run as root: as root it runs as somebody else, in folders that this somebody can enter.</summary>
internal sealed record PostgreSqlUser(int User, int Group)
{
    private const string SetPrivileges = "setpriv";

    public static PostgreSqlUser? Find()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return null;
        }

        Programs.Require(SetPrivileges, "As root, PostgreSQL needs the program setpriv to run as another user: install util-linux, or start as an ordinary user.");
        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(account => account.Length > 3).ToArray();
        string[] candidates = ["postgres", "nobody"];
        var account = candidates.Select(name => Array.Find(accounts, account => account[0] == name)).FirstOrDefault(account => account is not null)
            ?? throw new StartException("As root, PostgreSQL needs a user to run as, and this machine has neither postgres nor nobody: create one.");
        return new(int.Parse(account[2], CultureInfo.InvariantCulture), int.Parse(account[3], CultureInfo.InvariantCulture));
    }

    public IEnumerable<string> Prefix =>
        [SetPrivileges, string.Create(CultureInfo.InvariantCulture, $"--reuid={User}"), string.Create(CultureInfo.InvariantCulture, $"--regid={Group}"), "--clear-groups"];

    public async Task<bool> CanEnterAsync(string folder, CancellationToken cancellation)
    {
        string[] command = [.. Prefix, "test", "-x", folder];
        return (await Programs.TryAsync(command[0], command[1..], "/", cancellation)).Code == 0;
    }

    public Task OwnAsync(string folder, CancellationToken cancellation) =>
        Programs.RunAsync("chown", "chown", [string.Create(CultureInfo.InvariantCulture, $"{User}:{Group}"), folder], "/", cancellation);
}
