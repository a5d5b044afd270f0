using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SpPlus.Web.Overload;

/// <summary>How much a web takes on at once, section <c>Overload</c>. Reading and writing count apart: neither waits for the other.</summary>
internal sealed class OverloadOptions
{
    /// <summary>Requests of a kind that are worked on at once (default 128). More makes each slower; fewer leaves processors idle.</summary>
    [Range(1, 100_000)]
    public int AtOnce { get; set; } = 128;

    /// <summary>Requests of a kind that may wait for their turn (default 1,024); the longest waiting gives way to a new one.</summary>
    [Range(0, 1_000_000)]
    public int Waiting { get; set; } = 1_024;

    /// <summary>How long one waits at most (default half a second): what comes later is not worth waiting for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromMilliseconds(500);
}

[OptionsValidator]
internal sealed partial class OverloadOptionsValidator : IValidateOptions<OverloadOptions>;
