namespace SpPlus.Silo.Mail;

/// <summary>Where people read the platform, section <c>Web</c>.</summary>
internal sealed class PublicSiteOptions
{
    /// <summary>The public site's absolute http(s) address, required with <c>Mail:Host</c>. A wrong one breaks every mailed link.</summary>
    public string PublicAddress { get; set; } = "";

    public bool IsValid => Uri.TryCreate(PublicAddress, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
