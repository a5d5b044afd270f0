namespace SpPlus.Silo.Mail;

/// <summary>
/// Where a mail stands, as <c>mail.queue.state</c> says it.
/// <code>
/// queued ──────▶ handing-over ──▶ accepted      the server took it
///   │ ▲               │ ├───────▶ refused       the server will never take it, or it was tried for too long
///   │ └───────────────┤ └───────▶ unknown       cut after DATA, or the sender died: held, never retried blindly (STEP-2)
///   │   not now       └ (a late answer still turns unknown into what it says)
///   ├──────▶ no-address          none was given, or it is destroyed
///   ├──────▶ overtaken           the step no longer holds
///   └──────▶ cancelled           by an operator, before it was handed over
/// </code>
/// Operators also turn unknown into accepted, and unknown, refused, cancelled or, if they say so twice, accepted into queued
/// (<see cref="Operators.MailOrderRule"/>).
/// </summary>
internal static class MailState
{
    public const string Queued = "queued";
    public const string HandingOver = "handing-over";
    public const string Accepted = "accepted";
    public const string Refused = "refused";
    public const string Unknown = "unknown";
    public const string NoAddress = "no-address";
    public const string Overtaken = "overtaken";
    public const string Cancelled = "cancelled";
}
