namespace SpPlus.Silo.Mail;

/// <summary>A mail whose turn it is, claimed by one sender.</summary>
internal sealed record DueMail
{
    /// <summary>In <c>mail.queue</c>.</summary>
    public required long Number { get; init; }
    public required MailKey Key { get; init; }

    /// <summary>This one included. What tells this claim from a later one's: a sender that lost it changes nothing.</summary>
    public required int Claim { get; init; }

    /// <summary>Claims that came to a try, this one included, since it was queued or since an operator had it sent again.</summary>
    public required int Attempt { get; init; }

    /// <summary>Since then, by the database's clock.</summary>
    public required TimeSpan Age { get; init; }

    /// <summary>See <see cref="Pace.MailLanes"/>.</summary>
    public required short Lane { get; init; }

    /// <summary>It was put back until this turn, which is its own.</summary>
    public required bool HasTurn { get; init; }
}
