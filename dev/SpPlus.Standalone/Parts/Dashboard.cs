using SpPlus.Standalone.Folders;
using SpPlus.Standalone.Processes;
using SpPlus.Standalone.Tools;

namespace SpPlus.Standalone.Parts;

/// <summary>The Aspire dashboard: traces, metrics and logs of all processes. The platform does not need it.</summary>
internal static class Dashboard
{
    /// <returns>Whether it runs: machines that npm has no dashboard for do without.</returns>
    public static async Task<bool> StartAsync(
        Children children, StackFolder folder, NodeTools tools, Uri frontend, Uri otlp, Uri otlpHttp, CancellationToken cancellation)
    {
        if (tools.Find("@microsoft", "aspire-cli-linux-x64", "bin", "aspire") is not { } program)
        {
            return false;
        }

        string[] arguments =
        [
            "dashboard", "run", "--allow-anonymous", "--nologo", "--non-interactive", "--frontend-url", frontend.OriginalString,
            "--otlp-grpc-url", otlp.OriginalString, "--otlp-http-url", otlpHttp.OriginalString,
        ];
        var child = children.Start(new("dashboard", program, arguments)
        {
            WorkingDirectory = folder.Home,
            // It unpacks itself under its home: with the tools, so that a fresh start does not pay for it again.
            Environment = new Dictionary<string, string> { ["HOME"] = tools.Folder, ["ASPIRE_CLI_TELEMETRY_OPTOUT"] = "true" },
        });
        await Readiness.ForHttpAsync(child, frontend, TimeSpan.FromSeconds(60), cancellation, status => status < 500);
        return true;
    }
}
