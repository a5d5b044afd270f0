namespace SpPlus.Contracts.Mails;

/// <summary>Where a mail stands.</summary>
[GenerateSerializer, Alias("spplus.mail-standing")]
public enum MailStanding
{
    /// <summary>For its turn, or for the next try.</summary>
    Waiting = 1,

    /// <summary>The server is being given it at this moment.</summary>
    HandingOver = 2,

    /// <summary>The server may have it or not: never sent again by itself.</summary>
    Held = 3,

    /// <summary>The server will not take it, or it was tried for too long.</summary>
    Refused = 4,

    Accepted = 5,

    /// <summary>By an operator, before it was handed over.</summary>
    Cancelled = 6,

    /// <summary>No address was given, or it is destroyed.</summary>
    NoAddress = 7,

    /// <summary>What it would say is not so any more.</summary>
    Overtaken = 8,
}
