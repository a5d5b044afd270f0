namespace SpPlus.Standalone.Check;

internal sealed record ReceivedMail(string Subject, string Text, string Html)
{
    public string Recipient { get; init; } = "";

    /// <summary>With its headers, as the mail server gives it.</summary>
    public string Everything { get; init; } = "";
}
