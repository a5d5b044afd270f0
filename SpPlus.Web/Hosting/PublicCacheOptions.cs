using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SpPlus.Web.Hosting;

/// <summary>How public pages are kept in the memory of each web, section <c>PublicCache</c>.</summary>
internal sealed class PublicCacheOptions
{
    /// <summary>How long a page is shown again without asking PostgreSQL (default 2 s). Longer shows changes later.</summary>
    [Range(typeof(TimeSpan), "00:00:00.0000001", "00:01:00")]
    public TimeSpan FreshFor { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How old a page may be that is shown while PostgreSQL is away (default 15 minutes). Longer keeps more of the site readable; an
    /// experience that was unpublished since it was last read here may show as long as this, while PostgreSQL is away. Zero shows none.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan KeptFor { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Of memory for all pages (default 64, some thousand pages). Too few, and pages that were read lately are not there.</summary>
    [Range(1, 4_096)]
    public int Megabytes { get; set; } = 64;

    /// <summary>
    /// How long PostgreSQL is waited for before a kept page is shown, or where there is none, that it is away (default 5 s). Below a
    /// slow reading it shows old pages of a database that answers.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);
}

[OptionsValidator]
internal sealed partial class PublicCacheOptionsValidator : IValidateOptions<PublicCacheOptions>;
