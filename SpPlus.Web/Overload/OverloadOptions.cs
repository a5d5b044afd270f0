using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SpPlus.Web.Overload;

/// <summary>How much a web takes on at once, section <c>Overload</c>. Reading and writing count apart: neither waits for the other.</summary>
internal sealed class OverloadOptions
{
    /// <summary>Requests of a kind that are worked on at once (default 16 for each processor). More makes each slower; fewer leaves processors idle.</summary>
    [Range(1, 100_000)]
    public int AtOnce { get; set; } = 16 * Environment.ProcessorCount;

    /// <summary>Requests of a kind that may wait for their turn (default 512); the longest waiting gives way to a new one.</summary>
    [Range(0, 1_000_000)]
    public int Waiting { get; set; } = 512;

    /// <summary>How long one waits at most (default 5 s): a silo that ends hands its experiences over meanwhile.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one waits at most when others have had to wait for as long as that (default half a second): it does not pass soon.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan PatienceUnderLoad { get; set; } = TimeSpan.FromMilliseconds(500);
}

[OptionsValidator]
internal sealed partial class OverloadOptionsValidator : IValidateOptions<OverloadOptions>;
