using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Privacy.Guard;

/// <summary>
/// Finds one kind of personal data (PII-1). A rule looks at each place once and a bounded way ahead from there: hostile input takes no
/// longer than other input of its length.
/// </summary>
internal abstract class PersonalDataRule
{
    public abstract PersonalDataKind Kind { get; }

    /// <summary>What it finds has a digit in it: a text without one is not looked through.</summary>
    public virtual bool NeedsDigits => false;

    /// <summary>In the order of the text; no two overlap.</summary>
    public abstract IEnumerable<Passage> In(GuardedText text);
}
