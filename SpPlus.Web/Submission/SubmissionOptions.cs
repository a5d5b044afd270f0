using System.ComponentModel.DataAnnotations;

namespace SpPlus.Web.Submission;

internal sealed class SubmissionOptions
{
    /// <summary>Submissions of one client address in ten minutes (default 10; 0 sets no limit). Too low refuses shared addresses.</summary>
    [Range(0, 100_000)]
    public int PerClient { get; set; } = 10;
}
