using System.Threading.Channels;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Journal;
using SpPlus.Silo.Reference;

namespace SpPlus.Silo.Import;

/// <summary>
/// A file into the journal, by groups: reading goes on while a group is written. Each experience is recorded whole or not at all,
/// and one that is there already is left alone, so a run that died is simply run again.
/// </summary>
internal sealed class Importer(ImportTable table, ReferenceLibrary reference, TimeProvider time)
{
    private const int GroupSize = 500;

    public async Task Run(Stream file, ImportReport report, IProgress<long> progress, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var groups = Channel.CreateBounded<List<Candidate>>(new BoundedChannelOptions(4) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => Produce(file, report, groups.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var group in groups.Reader.ReadAllAsync(CancellationToken.None))
            {
                cancellation.ThrowIfCancellationRequested();
                await Take(group, report, cancellation);
                progress.Report(group[^1].Position);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Produce(
        Stream file, ImportReport report, ChannelWriter<List<Candidate>> groups, CancellationToken cancellation)
    {
        var vocabulary = new ImportVocabulary(reference.Current);
        var group = new List<Candidate>(GroupSize);
        Exception? failure = null;
        try
        {
            await foreach (var entry in ImportFile.Read(file, vocabulary, time.GetUtcNow(), report, cancellation))
            {
                group.Add(Candidate.Of(entry, vocabulary, file.Position));
                if (group.Count < GroupSize) continue;
                await groups.WriteAsync(group, cancellation);
                group = new(GroupSize);
            }
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        // What was read before the file turned out bad is still taken.
        if (group.Count > 0 && !cancellation.IsCancellationRequested) await groups.WriteAsync(group, cancellation);
        groups.Complete(failure);
    }

    private async Task Take(List<Candidate> group, ImportReport report, CancellationToken cancellation)
    {
        var settled = new List<Outcome>(group.Count);
        do
        {
            settled.Clear();
            var existing = await table.Existing(group.Where(c => c.Append is not null).Select(c => c.Append!.Experience), cancellation);
            foreach (var candidate in group) settled.Add(Outcome.Of(candidate, existing));
        }
        while (!report.DryRun && !await Append(settled, cancellation));

        foreach (var outcome in settled) outcome.Count(report);
    }

    private async Task<bool> Append(List<Outcome> settled, CancellationToken cancellation)
    {
        var appends = settled.Where(o => o.IsNew).Select(o => o.Candidate.Append!).ToArray();
        return appends.Length == 0 || await table.Append(appends, cancellation);
    }

    private sealed record Candidate(ImportEntry Entry, Append? Append, List<Remark> Remarks, long Position)
    {
        public string? Content { get; } = Append is null ? null : ImportedContent.Of(Append);

        public static Candidate Of(ImportEntry entry, ImportVocabulary vocabulary, long position)
        {
            var remarks = new List<Remark>(entry.Remarks);
            var append = entry.Experience is { } experience ? ImportedFacts.Of(experience, vocabulary, remarks) : null;
            return new(entry, append, remarks, position);
        }
    }

    private sealed record Outcome(Candidate Candidate, bool IsNew, string? SkippedBecause)
    {
        /// <summary>Also adds a new one to what exists: the same experience may come twice in one file.</summary>
        public static Outcome Of(Candidate candidate, Dictionary<ExperienceId, KnownExperience> existing)
        {
            if (candidate.Append is not { } append) return new(candidate, false, candidate.Entry.SkippedBecause ?? "illisible");
            var own = new KnownExperience(candidate.Entry.Experience!.Source, candidate.Content);
            if (existing.TryAdd(append.Experience, own)) return new(candidate, true, null);
            var known = existing[append.Experience];
            if (known.Source != own.Source) return new(candidate, false, $"la référence {append.Experience} est celle d’une autre expérience");
            return new(candidate, false, known.Content == own.Content ? null : "même identifiant, autre contenu");
        }

        public void Count(ImportReport report)
        {
            report.CountRead();
            if (SkippedBecause is not null) report.CountSkipped(Candidate.Entry.Place, SkippedBecause);
            else if (IsNew) report.CountImported(Candidate.Entry.Place, Candidate.Remarks);
            else report.CountAlreadyThere();
        }
    }
}
