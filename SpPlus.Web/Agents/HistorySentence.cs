using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Reference;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Agents;

internal static class HistorySentence
{
    /// <summary>What happened, without who did it.</summary>
    public static string Of(HistoryEntry entry, IStringLocalizer<AgentTexts> texts, ReferenceBook book)
    {
        var kind = entry is { Kind: "response-published", Structures.Length: > 1 } ? "response-complement" : entry.Kind;
        return texts[$"History.{kind}", Name(0), Name(1)];

        string Name(int index) => index < entry.Structures.Length ? book.NameOf(entry.Structures[index]) : "";
    }
}
