using System.Globalization;
using Spectre.Console;
using SpPlus.Silo.Privacy.Rotation;

namespace SpPlus.Silo.Retention;

/// <summary>What an operator is told of what is kept: <c>retention</c> what the jobs did, <c>retention --dry-run</c> what is due now, <c>keys</c> which master key wraps what.</summary>
internal sealed class PersonalDataCommand(RetentionTable table, RetentionRuns runs, SealedKeys keys, TimeProvider time, IAnsiConsole console)
{
    private const int Shown = 50;

    public async Task<int> Report(CancellationToken cancellation)
    {
        var report = new Table().Title("Durées de conservation : ce qui a été détruit");
        report.AddColumns("Jour", "Quoi", "Détruits", "Restent à détruire", "Vu à", "Arrêté par");
        foreach (var run in await runs.Latest(Shown, cancellation))
            report.AddRow($"{run.Day:yyyy-MM-dd}{(run.IsDry ? " (à blanc)" : "")}", run.Job, $"{run.Destroyed}", $"{run.StillDue?.ToString(CultureInfo.InvariantCulture) ?? "?"}", $"{run.At:HH:mm}", Markup.Escape(run.Stopped ?? ""));
        console.Write(report);
        return 0;
    }

    /// <summary>Destroys nothing; the counts are in the report too.</summary>
    public async Task<int> DryRun(CancellationToken cancellation)
    {
        var (now, report) = (time.GetUtcNow(), new Table().Title("Durées de conservation, à blanc : rien n’est détruit"));
        report.AddColumns("Quoi", "À détruire maintenant");
        foreach (var job in RetentionJobs.All)
        {
            var due = await table.CountDue(job, cancellation);
            await runs.Add(
                new() { Job = job.Name, Day = DateOnly.FromDateTime(now.UtcDateTime), IsDry = true, Destroyed = 0, StillDue = due, At = now }, cancellation);
            report.AddRow(job.Name, $"{due}");
        }

        console.Write(report);
        return 0;
    }

    /// <summary>1 while a key is missing.</summary>
    public async Task<int> Keys(CancellationToken cancellation)
    {
        var uses = await keys.Uses(cancellation);
        var report = new Table().Title("Clés maîtresses : ce que chacune enveloppe");
        report.AddColumns("Clé", "État", "Lignes");
        foreach (var use in uses)
            report.AddRow(use.MasterKeyId, use.IsCurrent ? "en usage" : use.IsConfigured ? "ancienne, à garder" : "INCONNUE : à remettre dans Vault:FormerMasterKeys", $"{use.Rows}");
        console.Write(report);
        console.WriteLine(uses.All(u => u.IsCurrent) ? "Les anciennes clés peuvent être retirées." : "Gardez les anciennes clés.");
        return uses.All(u => u.IsConfigured) ? 0 : 1;
    }
}
