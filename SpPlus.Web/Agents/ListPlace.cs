using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Web.Agents;

/// <summary>The list that led to an experience, and where it stands there: the way back, and to the next one.</summary>
public sealed record ListPlace(InboxAddress Address, InboxPlace? Place, string Item)
{
    /// <summary>The address's field, and the forms' that keep it from page to page.</summary>
    public const string Field = "liste";

    // Further down, the page of the list begins with the item itself.
    private const int FirstPage = 25;

    public string Back => (Place?.Position <= FirstPage ? Address.Path() : Address.Path(Place?.After)) + "#" + Item;

    public string Link(InboxNeighbour neighbour) => LinkTo(Address, neighbour.Experience, neighbour.Structure);

    public static string LinkTo(InboxAddress address, ExperienceId experience, StructureId structure) =>
        $"/agents/experiences/{experience}?structure={structure}&{Field}={Uri.EscapeDataString(address.ToString())}";

    /// <summary>An item's place in its page.</summary>
    public static string Anchor(ExperienceId experience, StructureId structure) => $"{experience}-{structure}";
}
