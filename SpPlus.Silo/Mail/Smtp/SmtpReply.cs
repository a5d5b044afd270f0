using System.Globalization;

namespace SpPlus.Silo.Mail.Smtp;

/// <summary>A server's reply, its words left out.</summary>
internal sealed record SmtpReply(int Code, string? Enhanced)
{
    public override string ToString() =>
        Enhanced is null ? Code.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Code} {Enhanced}");
}
