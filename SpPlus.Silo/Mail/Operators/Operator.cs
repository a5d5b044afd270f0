using SpPlus.Silo.Accounts;

namespace SpPlus.Silo.Mail.Operators;

/// <summary>Who decides about mails, as it is kept.</summary>
/// <param name="Subject">Empty from the command line.</param>
/// <param name="Name">As other operators read it.</param>
internal sealed record Operator(string Subject, string Name)
{
    public static Operator Of(Account account) => new(account.Subject, account.DisplayName);

    public static Operator OnCommandLine() => new("", $"{Environment.UserName}@{Environment.MachineName}");
}
