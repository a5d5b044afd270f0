using System.Security.Cryptography;
using System.Text.Json;
using SpPlus.Contracts.Mails;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Mails;

/// <summary>What an operator decides, as the form says it. Nothing is done that is not confirmed in it.</summary>
public sealed record MailOrderForm
{
    public const string DecisionField = "decision";
    public const string VersionField = "version";
    public const string SureField = "confirme";
    public const string TwiceField = "deux-fois";

    public MailDecision Decision { get; init; }
    public int? Version { get; init; }

    /// <summary>The person says that they looked.</summary>
    public bool IsSure { get; init; }

    /// <summary>The person says that it may arrive twice.</summary>
    public bool EvenAccepted { get; init; }
    public Guid Operation { get; init; }

    /// <summary>Null when it says nothing that can be done.</summary>
    internal static MailOrderForm? Of(PostedForm form) => MailWords.Decision(form[DecisionField]) is { } decision && form.OperationId != Guid.Empty
        ? new()
        {
            Decision = decision, Version = form.Number(VersionField), IsSure = form[SureField] is { Length: > 0 }, EvenAccepted = form[TwiceField] is { Length: > 0 },
            Operation = form.OperationId,
        }
        : null;

    internal MailOrder About(long mail) => Bound(new() { OperationId = Operation, Decision = Decision, Mail = mail, Version = Version, EvenAccepted = EvenAccepted });

    internal MailOrder About(MailRange range) => Bound(new() { OperationId = Operation, Decision = Decision, Range = range, EvenAccepted = EvenAccepted });

    // The same form with the same content is the same order; changed after an outcome that nobody knows, it is another.
    private static MailOrder Bound(MailOrder order) => order with { OperationId = new(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(order)).AsSpan(0, 16)) };
}
