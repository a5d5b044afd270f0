using System.ComponentModel.DataAnnotations;

namespace SpPlus.Web.Reports;

/// <summary>Limits on reporting (MOD-4), section <c>Reports</c>.</summary>
internal sealed class ReportOptions
{
    /// <summary>Reports that one address may send in a <see cref="Window"/> (default 10). 0 or less: no limit.</summary>
    public int PerClient { get; set; } = 10;

    /// <summary>Default 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(10);
}
