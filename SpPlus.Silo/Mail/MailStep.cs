namespace SpPlus.Silo.Mail;

/// <summary>The steps that an author is told of (STEP-1), as <c>mail.queue</c> names them.</summary>
internal static class MailStep
{
    public const string Received = "received";
    public const string Published = "published";
    public const string PublishedAfterModeration = "published-after-moderation";
    public const string Rejected = "rejected";
    public const string ResponsePublished = "response-published";
}
