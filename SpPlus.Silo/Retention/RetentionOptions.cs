using System.ComponentModel.DataAnnotations;

namespace SpPlus.Silo.Retention;

/// <summary>How long what is personal is kept, section <c>Retention</c>. Too short a time destroys what cannot be brought back.</summary>
internal sealed class RetentionOptions
{
    /// <summary>The text as sent, after the last decision of a moderator (default 183 days; MOD-2).</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3660.00:00:00")]
    public TimeSpan SentText { get; set; } = TimeSpan.FromDays(183);

    /// <summary>
    /// The author's address, after the last step once nothing more is awaited: rejected, unpublished, or every structure has answered
    /// (default 183 days; PRIV-1).
    /// </summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3660.00:00:00")]
    public TimeSpan Address { get; set; } = TimeSpan.FromDays(183);

    /// <summary>The author's address, after the last step even where a response is still awaited (default 731 days).</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3660.00:00:00")]
    public TimeSpan UnansweredAddress { get; set; } = TimeSpan.FromDays(731);

    /// <summary>What was sealed for a form whose sending never came to be a fact (default 2 days).</summary>
    [Range(typeof(TimeSpan), "01:00:00", "60.00:00:00")]
    public TimeSpan Unsent { get; set; } = TimeSpan.FromDays(2);

    /// <summary>A text that somebody typed and never saved, where nothing is to be answered any more (default 30 days).</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3660.00:00:00")]
    public TimeSpan KeptText { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// What became of a mail: to an agent, and to an author whose address is destroyed (default 366 days). While there is an address, the
    /// row is what keeps a step from being told twice.
    /// </summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "3660.00:00:00")]
    public TimeSpan Mail { get; set; } = TimeSpan.FromDays(366);

    /// <summary>What a structure's people were told (default 92 days). Pages show thirty; mails that wait need <c>Mail:GiveUpAfter</c>.</summary>
    [Range(typeof(TimeSpan), "61.00:00:00", "3660.00:00:00")]
    public TimeSpan Notices { get; set; } = TimeSpan.FromDays(92);

    /// <summary>Of each kind in a day at most (default 5,000): a wrong setting is seen in the report before it has done much.</summary>
    [Range(1, 1_000_000)]
    public int DailyCap { get; set; } = 5_000;

    /// <summary>How often to look (default 1 h); what a silo that died had begun goes on then.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Only count and report (default false): nothing is destroyed.</summary>
    public bool DryRun { get; set; }
}
