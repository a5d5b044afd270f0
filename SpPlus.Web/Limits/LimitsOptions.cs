using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SpPlus.Web.Limits;

/// <summary>
/// Limits on what needs no account (SUBMIT-5), section <c>Limits</c>. An address is what the connection comes from: behind a proxy the
/// web needs <c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c>, or everybody is one client.
/// </summary>
internal sealed class LimitsOptions
{
    /// <summary>Default 10 by one address and 1,000 by all in 10 minutes: a hundred a day are usual.</summary>
    [ValidateObjectMembers]
    public LimitOptions Submission { get; set; } = new() { PerClient = 10, InTotal = 1_000 };

    /// <summary>Default 30 by one address and 2,000 by all in 10 minutes.</summary>
    [ValidateObjectMembers]
    public LimitOptions Author { get; set; } = new() { PerClient = 30, InTotal = 2_000 };

    /// <summary>Default 5 by one address and 200 by all in 10 minutes: each may send a mail.</summary>
    [ValidateObjectMembers]
    public LimitOptions LostLink { get; set; } = new() { PerClient = 5, InTotal = 200 };

    /// <summary>Default 10 by one address and 500 by all in 10 minutes.</summary>
    [ValidateObjectMembers]
    public LimitOptions Report { get; set; } = new() { PerClient = 10, InTotal = 500 };

    /// <summary>Default 10 by one address and 200 by all in 10 minutes: each reads everything that is public.</summary>
    [ValidateObjectMembers]
    public LimitOptions OpenData { get; set; } = new() { PerClient = 10, InTotal = 200 };

    /// <summary>
    /// What a replica allows alone while Redis is away: this part of each limit, and never less than one (default a quarter: four
    /// replicas together then allow what they would with it). 1 or less: the whole limit, for each replica.
    /// </summary>
    [Range(1, 100)]
    public int PartAlone { get; set; } = 4;

    /// <summary>How long Redis is waited for before the replica counts alone (default half a second).</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromMilliseconds(500);

    public LimitOptions Of(LimitedAct act) => act switch
    {
        LimitedAct.Submission => Submission,
        LimitedAct.Author => Author,
        LimitedAct.LostLink => LostLink,
        LimitedAct.Report => Report,
        _ => OpenData,
    };
}

[OptionsValidator]
internal sealed partial class LimitsOptionsValidator : IValidateOptions<LimitsOptions>;
