using System.ComponentModel.DataAnnotations;

namespace SpPlus.Silo.ImprovementActions;

/// <summary>Improvement actions, section <c>ImprovementActions</c>.</summary>
internal sealed class ImprovementActionOptions
{
    /// <summary>
    /// How long an action has been done before its authors are asked whether it was true for them (default 30 days, EVAL-2). Too short
    /// asks before anybody could see it; 0 asks at once.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "366.00:00:00")]
    public TimeSpan AskedAfter { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How often to look for experiences to tell without having been woken (default 5 s): how late another silo's, and retries, may be.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);
}
