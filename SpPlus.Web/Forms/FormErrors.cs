namespace SpPlus.Web.Forms;

/// <summary>What is wrong with a form, in the reader's language: by field, in the order of the page.</summary>
public sealed class FormErrors
{
    private readonly List<(string Field, string Message)> all = [];

    public static FormErrors None => new();

    public bool Any => all.Count > 0;

    public IReadOnlyList<(string Field, string Message)> All => all;

    public FormErrors Add(string field, string message)
    {
        all.Add((field, message));
        return this;
    }

    public string? For(string field) => all.Find(e => e.Field == field).Message;
}
