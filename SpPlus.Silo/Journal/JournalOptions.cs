using System.ComponentModel.DataAnnotations;

namespace SpPlus.Silo.Journal;

internal sealed class JournalOptions
{
    /// <summary>Commands that may wait for a flush (default 4,096). More are refused as unavailable; too low refuses bursts.</summary>
    [Range(1, 1_000_000)]
    public int QueueLimit { get; set; } = 4_096;

    /// <summary>Commands written in one statement at most (default 512). Too high makes one poison row retry many.</summary>
    [Range(1, 10_000)]
    public int GroupLimit { get; set; } = 512;

    /// <summary>Seconds before an unanswered flush becomes an unknown outcome (default 10). Below a slow commit it loses answers.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 10;
}
