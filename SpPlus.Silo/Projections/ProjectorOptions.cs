using System.ComponentModel.DataAnnotations;

namespace SpPlus.Silo.Projections;

internal sealed class ProjectorOptions
{
    /// <summary>Facts in one transaction at most (default 2,000). Higher holds locks longer; lower projects an import more slowly.</summary>
    [Range(1, 100_000)]
    public int BatchSize { get; set; } = 2_000;

    /// <summary>Between two batches under load (default 100 ms): what lists lag by at most when nothing is wrong. Too short writes a busy experience's rows again and again.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How often to look without having been woken (default 1 s): the lag when the writer was another silo.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromSeconds(1);
}
