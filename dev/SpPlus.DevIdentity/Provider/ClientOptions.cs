using System.ComponentModel.DataAnnotations;

namespace SpPlus.DevIdentity.Provider;

/// <summary>The one client, from the section <c>Identity</c>.</summary>
internal sealed class ClientOptions
{
    public string ClientId { get; set; } = "spplus-web";

    /// <summary>Made by whoever starts both this provider and the web; a wrong value refuses every sign-in at the token endpoint.</summary>
    [Required]
    public string ClientSecret { get; set; } = "";

    /// <summary>Exact addresses; the same machine has several names, so several are allowed.</summary>
    [MinLength(1)]
    public IList<Uri> RedirectUris { get; } = [];

    public IList<Uri> PostLogoutRedirectUris { get; } = [];
}
