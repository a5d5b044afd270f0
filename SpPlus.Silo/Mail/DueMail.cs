namespace SpPlus.Silo.Mail;

/// <summary>A mail whose turn it is, claimed by one sender.</summary>
internal sealed record DueMail
{
    public required MailKey Key { get; init; }

    /// <summary>This one included. Also what tells this claim from a later one's: a sender that lost it changes nothing.</summary>
    public required int Attempt { get; init; }

    /// <summary>Since it was queued, by the database's clock.</summary>
    public required TimeSpan Age { get; init; }
}
