using Npgsql;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Mail;

namespace SpPlus.Faults.Checking;

/// <summary>The queue against the mail server's own record: one accepted hand-over for each step, and no other (STEP-2).</summary>
internal static class MailCheck
{
    public static async Task Run(NpgsqlDataSource database, IReadOnlyDictionary<string, int> taken, string domain, Findings findings)
    {
        findings.MailsTaken = taken.Values.Sum();
        foreach (var (key, state) in await Queue(database))
            Compare($"{key.Step} of {key.About} {key.Structure} {key.Version}", state, taken.GetValueOrDefault(key.MessageId(domain)), findings);
        findings.Duplicated.AddRange(taken.Where(t => t.Value > 1).Select(t => $"the mail server took {t.Key} {t.Value} times"));
    }

    /// <summary>After a replay: what was withdrawn has its steps again, and the mails that went out before are some of them.</summary>
    public static async Task NothingElseWasTaken(NpgsqlDataSource database, IReadOnlyDictionary<string, int> taken, string domain, Findings findings)
    {
        var known = (await Queue(database)).Select(m => m.Key.MessageId(domain)).ToHashSet(StringComparer.Ordinal);
        findings.Wrong.AddRange(taken.Keys.Where(id => !known.Contains(id)).Select(id => $"the mail server has {id}, which stands for no step"));
    }

    private static async Task<List<(MailKey Key, string State)>> Queue(NpgsqlDataSource database)
    {
        var mails = new List<(MailKey, string)>();
        await using var command = database.CreateCommand("select experience, step, structure, version, recipient, state from mail.queue");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var key = new MailKey
            {
                Experience = reader.GetString(0) is { Length: > 0 } id ? ExperienceId.Parse(id) : null,
                Step = reader.GetString(1), Structure = reader.GetString(2), Version = reader.GetInt32(3), Recipient = reader.GetString(4),
            };
            mails.Add((key, reader.GetString(5)));
        }

        return mails;
    }

    private static void Compare(string mail, string state, int taken, Findings findings)
    {
        switch (state)
        {
            case MailState.Accepted:
                if (taken == 0) findings.Missing.Add($"accepted and never taken: {mail}");
                break;
            case MailState.Unknown:
                findings.Held++;
                findings.HeldAndTaken += Math.Min(taken, 1);
                break;
            case MailState.NoAddress or MailState.Overtaken or MailState.Cancelled:
                if (taken > 0) findings.Wrong.Add($"{state} and taken: {mail}");
                break;
            default:
                findings.Missing.Add($"still {state}: {mail}");
                break;
        }
    }
}
