using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;

namespace SpPlus.Silo.Journal;

/// <summary>
/// Whose history a fact belongs to: an experience's or an improvement action's. Their references cannot be confused, so that one column
/// holds both. See docs/adr/0021-an-improvement-action-has-its-own-history.md.
/// </summary>
internal readonly record struct StreamKey
{
    private readonly ExperienceId? experience;

    private StreamKey(string value, ExperienceId? experience) => (Value, this.experience) = (value, experience);

    public string Value { get; }

    /// <summary>Throws where it is an improvement action's: whoever reads only experiences' kinds of facts never meets one.</summary>
    public ExperienceId Experience => experience ?? throw new InvalidOperationException($"{Value} is no experience.");

    public static implicit operator StreamKey(ExperienceId id) => new(id.Value, id);

    public static implicit operator StreamKey(ImprovementActionId id) => new(id.Value, null);

    public static StreamKey Parse(string text) =>
        ExperienceId.TryParse(text, out var experience) ? experience : ImprovementActionId.Parse(text);

    public override string ToString() => Value ?? "";
}
