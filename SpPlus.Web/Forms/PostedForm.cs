using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;

namespace SpPlus.Web.Forms;

/// <summary>
/// A form as it was posted. <see cref="IsTrusted"/> is false when its token is missing, forged or too old: the page is then
/// shown again with everything typed, and nothing is done.
/// </summary>
internal sealed class PostedForm
{
    private readonly IFormCollection form;

    private PostedForm(IFormCollection form, bool isTrusted) => (this.form, IsTrusted) = (form, isTrusted);

    public bool IsTrusted { get; }

    /// <summary>The operation that the form was made for: posting it twice does it once.</summary>
    public Guid OperationId => Guid.TryParse(this["operation"], out var id) ? id : Guid.Empty;

    public int Version => Number("version") ?? -1;

    public string? this[string name] => form.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

    public IReadOnlyList<string> All(string name) =>
        form.TryGetValue(name, out var values) ? [.. values.OfType<string>().Where(v => v.Length > 0)] : [];

    public IEnumerable<string> Names => form.Keys;

    public int? Number(string name) =>
        int.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static async ValueTask<PostedForm> BindAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType) return new(FormCollection.Empty, isTrusted: false);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var antiforgery = context.RequestServices.GetRequiredService<IAntiforgery>();
        return new(form, await antiforgery.IsRequestValidAsync(context));
    }
}
