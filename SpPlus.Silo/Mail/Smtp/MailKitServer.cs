using System.Net;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace SpPlus.Silo.Mail.Smtp;

internal sealed class MailKitServer(IOptions<MailOptions> options) : IMailServer
{
    // Commands one by one, the text by DATA: so that each answer is known to be which command's.
    private const SmtpCapabilities Unused = SmtpCapabilities.Pipelining | SmtpCapabilities.Chunking | SmtpCapabilities.BinaryMime;

    public async Task<MailServerAnswer> Open(CancellationToken cancellation)
    {
        var watch = new SmtpWatch();
        var client = new SmtpClient(watch) { Timeout = (int)options.Value.Timeout.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(options.Value.Host, options.Value.Port, Security(options.Value), cancellation);
            if (options.Value is { User: { Length: > 0 } user, Password: { } password })
                await client.AuthenticateAsync(user, password, cancellation);
            client.Capabilities &= ~Unused;
            return new(new MailKitConnection(client, watch), "");
        }
        catch (Exception exception)
        {
            client.Dispose();
            return new(null, watch.Reply is { Code: >= 400 } reply ? reply.ToString() : exception.GetType().Name);
        }
    }

    private static SecureSocketOptions Security(MailOptions options) => options.UseTls switch
    {
        MailTls.None => SecureSocketOptions.None,
        MailTls.StartTls => SecureSocketOptions.StartTls,
        MailTls.Tls => SecureSocketOptions.SslOnConnect,
        _ => IsThisMachine(options.Host) && options.Port != 465 ? SecureSocketOptions.None : SecureSocketOptions.Auto,
    };

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
}
