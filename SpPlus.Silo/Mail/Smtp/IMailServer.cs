using MimeKit;

namespace SpPlus.Silo.Mail.Smtp;

/// <summary>The way out. What fails is a value here, never an exception: an exception's text may hold an address.</summary>
internal interface IMailServer
{
    /// <summary>Greets and authenticates.</summary>
    Task<MailServerAnswer> Open(CancellationToken cancellation);
}

/// <summary>A connection, or none and why.</summary>
internal sealed record MailServerAnswer(IMailConnection? Connection, string Detail);

/// <summary>One conversation with the server, for one mail after another.</summary>
internal interface IMailConnection : IAsyncDisposable
{
    /// <summary>False once the server is gone: the next mail needs another connection.</summary>
    bool IsUsable { get; }

    Task<HandOver> HandOver(MimeMessage mail, CancellationToken cancellation);
}
