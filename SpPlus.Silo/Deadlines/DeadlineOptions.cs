using System.ComponentModel.DataAnnotations;

namespace SpPlus.Silo.Deadlines;

/// <summary>What comes to pass by itself, section <c>Deadlines</c>.</summary>
internal sealed class DeadlineOptions
{
    /// <summary>
    /// How long a published response may be taken back where its network does not say (default 10 minutes, 0 to 60). 0 makes every
    /// response public at once.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan UndoWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The longest pause between two looks at what is due (default 5 seconds). A deadline that was known at the last look is met on
    /// time; one that came up since is late by this much at most.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);
}
