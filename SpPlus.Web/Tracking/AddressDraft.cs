using SpPlus.Web.Forms;

namespace SpPlus.Web.Tracking;

/// <summary>An address as it was typed: shown again to whoever typed it, and to nobody else.</summary>
public sealed record AddressDraft
{
    public Guid Operation { get; init; } = Guid.NewGuid();
    public string? Email { get; init; }
    public FormErrors Errors { get; init; } = FormErrors.None;

    internal static AddressDraft Of(PostedForm form) => new()
    {
        Operation = form.OperationId == Guid.Empty ? Guid.NewGuid() : form.OperationId, Email = form["email"],
    };

    public override string ToString() => nameof(AddressDraft);
}
