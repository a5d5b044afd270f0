namespace SpPlus.Faults.Checking;

/// <summary>What the end state says against what the callers were told. Everything but <see cref="Held"/> is a defect.</summary>
internal sealed class Findings
{
    /// <summary>Acknowledged and not recorded; recorded or accepted mails that are nowhere; public pages that are not there.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>Recorded twice, or mails taken twice.</summary>
    public List<string> Duplicated { get; } = [];

    /// <summary>Everything else that must not be.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>Mails whose hand-over nobody knows the outcome of: never sent again.</summary>
    public int Held { get; set; }

    /// <summary>Of these, those that the mail server had.</summary>
    public int HeldAndTaken { get; set; }

    public int MailsTaken { get; set; }

    public int UnknownAndRecorded { get; set; }

    public bool IsClean => Missing.Count + Duplicated.Count + Wrong.Count == 0;

    /// <summary>So many of each.</summary>
    public IEnumerable<string> Some(int count) =>
    [
        .. Missing.Take(count).Select(m => "missing: " + m), .. Duplicated.Take(count).Select(d => "duplicated: " + d), .. Wrong.Take(count).Select(w => "wrong: " + w),
    ];
}
