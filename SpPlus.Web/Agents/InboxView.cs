using SpPlus.Contracts.Experiences;

namespace SpPlus.Web.Agents;

/// <summary>A view of the inbox: its word in the address, and the statuses that it shows.</summary>
public sealed record InboxView(string Word, string Name, string Icon, params ResponseStatus[] Statuses)
{
    /// <summary>What is still to answer.</summary>
    public static readonly InboxView Waiting =
        new("a-repondre", "Waiting", "inbox", ResponseStatus.ToDo, ResponseStatus.Draft, ResponseStatus.ToValidate);

    public static readonly InboxView Everything = new("toutes", "All", "quote", Enum.GetValues<ResponseStatus>());

    public static readonly IReadOnlyList<InboxView> All =
    [
        Waiting, Of("a-traiter", "s0", ResponseStatus.ToDo), Of("en-cours", "s1", ResponseStatus.Draft),
        Of("a-valider", "s2", ResponseStatus.ToValidate), Of("bientot-publiques", "clock", ResponseStatus.Publishing),
        Of("publiees", "s3", ResponseStatus.Published), Of("adoptees", "joint", ResponseStatus.Adopted),
        Of("non-concernees", "none", ResponseStatus.NotConcerned), Everything,
    ];

    public ResponseStatus? OnlyStatus => Statuses is [var one] ? one : null;

    private static InboxView Of(string word, string icon, ResponseStatus status) => new(word, status.ToString(), icon, status);
}
