using System.Collections.Immutable;
using System.Globalization;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Moderation;

/// <summary>A passage of the text and what the moderator does with it; null as long as nothing is chosen.</summary>
public sealed record SortedPassage(TextPassage Passage, string? Choice)
{
    public const string Mask = "masquer";
    public const string Keep = "garder";

    /// <summary>More would not go into a form with all that is chosen for them.</summary>
    public const int Most = 200;

    public bool IsMasked => Choice == Mask;

    public bool IsOpen => Choice is null;

    internal static ImmutableArray<SortedPassage> In(PostedForm form)
    {
        var passages = ImmutableArray.CreateBuilder<SortedPassage>();
        for (var index = 0; index < Most && form[Field("repere", index)] is { Length: > 0 } text; index++)
        {
            passages.Add(new(
                new() { Text = text.ReplaceLineEndings("\n"), Kind = (PersonalDataKind?)form.Number(Field("nature", index)) },
                form[Field("tri", index)] switch { Mask => Mask, Keep => Keep, _ => null }));
        }

        return passages.ToImmutable();
    }

    public static string Field(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}-{index}");
}
