using MailKit.Net.Smtp;
using MimeKit;

namespace SpPlus.Silo.Mail.Smtp;

internal sealed class MailKitConnection(SmtpClient client, SmtpWatch watch) : IMailConnection
{
    public bool IsUsable => client.IsConnected;

    public async Task<HandOver> HandOver(MimeMessage mail, CancellationToken cancellation)
    {
        watch.Begin();
        try
        {
            await client.SendAsync(mail, cancellation);
            return new(HandOverOutcome.Accepted, watch.Reply?.ToString() ?? "");
        }
        catch (Exception exception)
        {
            return SmtpVerdict.Of(watch.Phase, watch.Reply, exception);
        }
    }

    /// <summary>What was handed over stays so, whatever becomes of the farewell.</summary>
    public async ValueTask DisposeAsync()
    {
        using var farewell = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await client.DisconnectAsync(quit: true, farewell.Token);
        }
        catch (Exception)
        {
            // The server had left already: there is nobody to say it to.
        }
        finally
        {
            client.Dispose();
        }
    }
}
