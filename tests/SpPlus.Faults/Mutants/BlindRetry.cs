using MimeKit;
using SpPlus.Silo.Mail.Smtp;

namespace SpPlus.Faults.Mutants;

/// <summary>Takes a hand-over whose outcome is unknown for one that did not happen.</summary>
internal sealed class BlindRetry(IMailServer inner) : IMailServer
{
    public async Task<MailServerAnswer> Open(CancellationToken cancellation)
    {
        var answer = await inner.Open(cancellation);
        return answer.Connection is { } connection ? answer with { Connection = new Connection(connection) } : answer;
    }

    private sealed class Connection(IMailConnection inner) : IMailConnection
    {
        public bool IsUsable => inner.IsUsable;

        public async Task<HandOver> HandOver(MimeMessage mail, CancellationToken cancellation) =>
            await inner.HandOver(mail, cancellation) is var outcome && outcome.Outcome == HandOverOutcome.Unknown
                ? new(HandOverOutcome.NotNow, outcome.Detail)
                : outcome;

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
