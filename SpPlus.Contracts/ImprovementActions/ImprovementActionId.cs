using System.Diagnostics.CodeAnalysis;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Contracts.ImprovementActions;

/// <summary>
/// The public reference of an improvement action, such as <c>A-4KQ72-M8XPA</c>: an experience's digits behind a letter, so that the one
/// is never taken for the other. It is also the key of the action's grain and of its history.
/// </summary>
[GenerateSerializer, Immutable, Alias("spplus.improvement-action-id")]
public readonly record struct ImprovementActionId
{
    private const string Prefix = "A-";

    private ImprovementActionId(string value) => Value = value;

    [Id(0)] public string Value { get; }

    /// <summary>The same source always gives the same id: a form posted twice makes one action.</summary>
    public static ImprovementActionId From(string source) => new(Prefix + ExperienceId.From("improvement-action " + source).Value);

    /// <summary>Reads a reference as a person may type it, as <see cref="ExperienceId.TryParse"/> does.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ImprovementActionId id)
    {
        id = default;
        if (text is null || !text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return false;
        if (!ExperienceId.TryParse(text[Prefix.Length..], out var digits)) return false;
        id = new(Prefix + digits.Value);
        return true;
    }

    public static ImprovementActionId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not an improvement action's reference.");

    public override string ToString() => Value ?? "";
}
