namespace SpPlus.Silo.Mail.Smtp;

/// <summary>The detail is a status code or the name of an exception's type; never what a server or an exception said: it may hold an address.</summary>
internal sealed record HandOver(HandOverOutcome Outcome, string Detail);

internal enum HandOverOutcome
{
    /// <summary>The server answers for it now.</summary>
    Accepted,

    /// <summary>The server will never take it.</summary>
    Refused,

    /// <summary>The server does not have it and may take it later.</summary>
    NotNow,

    /// <summary>It was being handed over and no answer came: the server may have it.</summary>
    Unknown,
}
