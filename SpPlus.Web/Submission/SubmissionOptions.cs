using System.ComponentModel.DataAnnotations;

namespace SpPlus.Web.Submission;

/// <summary>Limits on sharing (SUBMIT-5), section <c>Submission</c>.</summary>
internal sealed class SubmissionOptions
{
    /// <summary>
    /// Experiences that one address may send in a <see cref="Window"/> (default 10). 0 or less: no limit. Too few refuses the people
    /// of a counter or a library who share an address; too many lets a program fill the moderators' queue.
    /// </summary>
    public int PerClient { get; set; } = 10;

    /// <summary>
    /// Experiences that a replica takes from everybody in a <see cref="Window"/> (default 1,000: a hundred a day are usual). 0 or less:
    /// no limit.
    /// </summary>
    public int InTotal { get; set; } = 1_000;

    /// <summary>Default 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(10);
}
