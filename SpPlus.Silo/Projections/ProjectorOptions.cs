using System.ComponentModel.DataAnnotations;

namespace SpPlus.Silo.Projections;

internal sealed class ProjectorOptions
{
    /// <summary>Facts in one transaction at most (default 4,000). Higher holds locks longer; lower projects an import more slowly.</summary>
    [Range(1, 100_000)]
    public int BatchSize { get; set; } = 4_000;

    /// <summary>Between two batches at least (default 20 ms): what lists lag by when little happens.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Between two batches at most (default 500 ms): what lists lag by when the machine is saturated. Too short writes the rows of
    /// busy experiences again and again.
    /// </summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often to look without having been woken (default 1 s): the lag when the writer was another silo.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromSeconds(1);
}
