using System.Collections.Immutable;

namespace SpPlus.Silo.Mail;

/// <summary>What people are written about (STEP-1, STEP-3), as <c>mail.queue</c> names them.</summary>
internal static class MailStep
{
    public const string Received = "received";
    public const string Published = "published";
    public const string PublishedAfterModeration = "published-after-moderation";
    public const string Rejected = "rejected";
    public const string ResponsePublished = "response-published";

    /// <summary>An improvement action came to a state: the key names the action in place of a structure, and the state in place of a version.</summary>
    public const string ImprovementAction = "improvement-action";

    /// <summary>The private link, to an author who asked for it. Its version is the minute of the request.</summary>
    public const string Link = "link";

    /// <summary>What an agent's structure was told, to that agent (STEP-3).</summary>
    public const string News = "news";

    public static ImmutableArray<string> All { get; } = [Received, Published, PublishedAfterModeration, Rejected, ResponsePublished, ImprovementAction, Link, News];
}
