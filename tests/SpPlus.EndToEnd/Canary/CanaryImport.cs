using System.Diagnostics;
using System.Text.Json;
using SpPlus.Standalone.Contract;
using SpPlus.Standalone.Parts;
using SpPlus.Standalone.Processes;
using Xunit;

namespace SpPlus.EndToEnd.Canary;

/// <summary>An export that holds more than it should: an address, and words of records that were never published.</summary>
internal sealed record CanaryImport
{
    private readonly string mark = $"importe{Guid.NewGuid():N}";

    public string Address => $"canari.{mark}@exemple.fr";

    /// <summary>What the public is to read.</summary>
    public string Words => $"paroles{mark}";

    /// <summary>What nobody is to read.</summary>
    public string Secret => $"secret{mark}";

    /// <summary>What the command said, and its report.</summary>
    public required string Printed { get; init; }

    /// <summary>Once the experience of the export is in the database.</summary>
    public static async Task<CanaryImport> RunAsync(StackConnections stack, string folder)
    {
        var import = new CanaryImport { Printed = "" };
        string file = Path.Combine(folder, "export.json"), report = Path.Combine(folder, "rapport.txt");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(import.Records));
        var command = DotNetProcesses.Command(
            "import", "SpPlus.Silo", "SpPlus.Silo.dll", ["import", file, "--report", report], ProcessContract.ForSilo(stack, new(1, 0, 0, 0)));
        var start = new ProcessStartInfo(command.File, command.Arguments) { WorkingDirectory = command.WorkingDirectory, RedirectStandardOutput = true, RedirectStandardError = true };
        CleanEnvironment.Apply(start.Environment, command.Environment);
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal((0, ""), (process.ExitCode, said[1]));
        return import with { Printed = said[0] + await File.ReadAllTextAsync(report) };
    }

    private object[] Records =>
    [
        new Dictionary<string, string>
        {
            ["ID expérience"] = mark, ["titre"] = $"Un guichet et {Words}", ["description"] = $"Le guichet était fermé sans prévenir, {Words}.",
            ["ecrit_le"] = "2026-11-20", ["pseudonyme"] = "Galet", ["Structures"] = "Caf de la Gironde", ["Réponse structure"] = "Le guichet est rouvert.",
            ["Adresse e-mail usager"] = Address, ["Motif de rejet"] = Secret, ["action"] = Secret,
        },
        new Dictionary<string, string>
        {
            ["ID expérience"] = mark + "2", ["Etat expérience"] = "Rejetée", ["titre"] = Secret, ["description"] = $"{Secret}, {Address}", ["ecrit_le"] = "2026-11-20",
        },
        new Dictionary<string, string> { ["ID expérience"] = mark + "3", ["titre"] = Secret, ["description"] = Secret, ["ecrit_le"] = Secret },
        new Dictionary<string, string> { ["ID expérience"] = mark + "4", ["Réponse structure"] = Secret, ["Structures"] = Secret },
        Secret,
    ];
}
