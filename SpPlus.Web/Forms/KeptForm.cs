using Microsoft.AspNetCore.Http.Features;

namespace SpPlus.Web.Forms;

/// <summary>A posted form that was not taken, to be shown and sent again as it was.</summary>
public sealed record KeptForm
{
    private const string Token = "__RequestVerificationToken";

    /// <summary>Where it was posted, on this site.</summary>
    public required string Path { get; init; }

    /// <summary>Everything but the token; a name with several values comes several times.</summary>
    public required IReadOnlyList<(string Name, string Value)> Fields { get; init; }

    /// <summary>What somebody wrote, as opposed to what they chose or what the page carried: it is shown, to be read and copied.</summary>
    public IEnumerable<string> Writings => Fields.Select(f => f.Value.Trim()).Where(v => v.Any(char.IsWhiteSpace));

    /// <summary>
    /// Null when the form was not read, was too long, or comes from another site: nobody is invited to send again what they never
    /// wrote.
    /// </summary>
    internal static KeptForm? Of(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !Sender.IsThisSite(request) || context.Features.Get<IFormFeature>()?.Form is not { Count: > 0 } form) return null;
        return new()
        {
            Path = Hosting.LocalPath.OrHome(request.PathBase + request.Path + request.QueryString),
            Fields = [.. form.Where(f => f.Key != Token).SelectMany(f => f.Value, (f, value) => (f.Key, value ?? ""))],
        };
    }
}
