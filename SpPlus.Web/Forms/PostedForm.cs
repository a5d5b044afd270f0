using System.Globalization;

namespace SpPlus.Web.Forms;

/// <summary>A form as it was posted, once <see cref="FormGuard"/> let it through.</summary>
internal sealed class PostedForm
{
    private readonly IFormCollection form;

    private PostedForm(IFormCollection form) => this.form = form;

    /// <summary>The operation that the form was made for: posting it twice does it once.</summary>
    public Guid OperationId => Guid.TryParse(this["operation"], out var id) ? id : Guid.Empty;

    public int Version => Number("version") ?? -1;

    public string? this[string name] => form.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

    public IReadOnlyList<string> All(string name) =>
        form.TryGetValue(name, out var values) ? [.. values.OfType<string>().Where(v => v.Length > 0)] : [];

    public IEnumerable<string> Names => form.Keys;

    public int? Number(string name) =>
        int.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>As <see cref="Moments"/> writes it.</summary>
    public DateTimeOffset? Moment(string name) => Moments.Read(this[name]);

    public static async ValueTask<PostedForm> BindAsync(HttpContext context) =>
        new(context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty);
}
