namespace SpPlus.Silo.Mail;

internal enum MailTls
{
    /// <summary>On port 465 at once; elsewhere when the server offers it; never to this machine itself.</summary>
    Auto,

    None,

    /// <summary>Required: a server that does not offer it gets nothing.</summary>
    StartTls,

    /// <summary>From the first byte.</summary>
    Tls,
}
