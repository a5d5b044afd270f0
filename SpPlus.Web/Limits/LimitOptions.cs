using System.ComponentModel.DataAnnotations;

namespace SpPlus.Web.Limits;

/// <summary>How often one act may be done.</summary>
internal sealed class LimitOptions
{
    /// <summary>
    /// By one address in a <see cref="Window"/>. 0 or less: no limit. Too few refuses the people of a counter or a library who share an
    /// address; too many lets a program fill the moderators' queue.
    /// </summary>
    public int PerClient { get; set; }

    /// <summary>By everybody, all replicas together, in a <see cref="Window"/>. 0 or less: no limit.</summary>
    public int InTotal { get; set; }

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(10);
}
