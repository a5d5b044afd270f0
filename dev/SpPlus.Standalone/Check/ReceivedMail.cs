namespace SpPlus.Standalone.Check;

internal sealed record ReceivedMail(string Subject, string Text, string Html);
