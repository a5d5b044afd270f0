using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Reference;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Agents;

internal static class HistorySentence
{
    /// <summary>Its detail is a number, which the sentence says.</summary>
    public const string WordsErased = "words-erased";

    /// <summary>What happened, without who did it.</summary>
    public static string Of(HistoryEntry entry, IStringLocalizer<AgentTexts> texts, ReferenceBook book)
    {
        return entry.Kind == WordsErased ? texts["History.words-erased", entry.Detail ?? ""] : texts[$"History.{KindOf(entry)}", Name(0), Name(1)];

        string Name(int index) => index < entry.Structures.Length ? book.NameOf(entry.Structures[index]) : "";
    }

    private static string KindOf(HistoryEntry entry) => entry switch
    {
        { Kind: "response-published" } when entry.Changes.Any(c => c.Part == HistoryPart.Response) => "response-amended",
        { Kind: "response-published", Structures.Length: > 1 } => "response-complement",
        { Kind: "publication-scheduled", Structures.Length: > 1 } => "adoption-scheduled",
        _ => entry.Kind,
    };
}
