using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SpPlus.ServiceDefaults;

/// <summary>How a process ends, section <c>Drain</c>.</summary>
internal sealed class DrainOptions
{
    /// <summary>
    /// How long it goes on after it was asked to end (default 0: nobody balances its load). Behind a load balancer, longer than two of its looks at
    /// <c>/health</c>.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:02:00")]
    public TimeSpan Grace { get; set; }
}

[OptionsValidator]
internal sealed partial class DrainOptionsValidator : IValidateOptions<DrainOptions>;
