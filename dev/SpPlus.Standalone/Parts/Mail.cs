using System.Globalization;
using SpPlus.Standalone.Folders;
using SpPlus.Standalone.Processes;
using SpPlus.Standalone.Tools;

namespace SpPlus.Standalone.Parts;

/// <summary>Takes every mail and delivers none: they are read in a browser, or under /api/email.</summary>
internal static class Mail
{
    public static async Task StartAsync(Children children, StackFolder folder, NodeTools tools, int smtp, int web, CancellationToken cancellation)
    {
        string[] arguments =
        [
            tools.Script("maildev"), "--ip", "127.0.0.1", "--web-ip", "127.0.0.1", "--smtp", smtp.ToString(CultureInfo.InvariantCulture),
            "--web", web.ToString(CultureInfo.InvariantCulture), "--mail-directory", folder.Mail, "--max-emails", "5000",
        ];
        var child = children.Start(new("mail", tools.Node, arguments) { WorkingDirectory = folder.Mail });
        await Readiness.ForHttpAsync(child, new($"http://127.0.0.1:{web}/api/email"), TimeSpan.FromSeconds(60), cancellation);
    }
}
