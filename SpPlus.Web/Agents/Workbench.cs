using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Agents;

/// <summary>Everything that an agent's page on one experience shows.</summary>
public sealed record Workbench
{
    /// <summary>The field by which every form says how far its page had followed the experience.</summary>
    public const string SeenField = "vu";

    public required ExperienceView View { get; init; }
    public required AccountView Account { get; init; }
    public required HistoryPage History { get; init; }

    /// <summary>Which part of the history it is.</summary>
    public HistoryFilter Filter { get; init; } = HistoryFilter.None;

    /// <summary>The structure that the forms act for; null for readers, and when the caller acts for none.</summary>
    public StandingView? Acting { get; init; }
    public ReturnedForm? Returned { get; init; }

    /// <summary>Those to whom the acting structure's response may be given.</summary>
    public IReadOnlyList<ColleagueView> Colleagues { get; init; } = [];

    /// <summary>The command that was just carried out.</summary>
    public string? Done { get; init; }

    /// <summary>The last thing that had happened when the form that was just sent was shown; null when none was.</summary>
    public int? Seen { get; init; }

    /// <summary>What others did since then.</summary>
    public IEnumerable<HistoryEntry> OfOthersSince => Seen is { } seen ? History.Entries.Where(e => e.Sequence > seen && !e.IsMine) : [];

    /// <summary>How far this person had read before: what others added after it is new.</summary>
    public int ReadUpTo { get; init; } = int.MaxValue;

    /// <summary>Null when no list led here.</summary>
    public ListPlace? List { get; init; }

    /// <summary>The same page for another structure.</summary>
    public string LinkFor(StructureId structure) => List is { } list
        ? ListPlace.LinkTo(list.Address, View.Id, structure)
        : $"/agents/experiences/{View.Id}?structure={structure}";

    public string Address => $"/agents/experiences/{View.Id}";

    public string Path(string command) => $"{Address}/{command}";

    public bool May(ExperienceActions action) => Acting is { } acting && acting.Actions.HasFlag(action);

    /// <summary>The structure may say that the experience is not for it (ROUTE-2 to ROUTE-7).</summary>
    public bool MayHandOver =>
        May(ExperienceActions.ReplaceStructure) || May(ExperienceActions.RequestTransfer) || May(ExperienceActions.DeclareNotConcerned);

    public bool IsConcerned(StructureId structure) => View.Standings.Any(s => s.Structure == structure);

    /// <summary>Another structure remains when the one that the forms act for declares itself not concerned (ROUTE-7).</summary>
    public bool OthersRemain => View.Standings.Any(s => s.Structure != Acting?.Structure && s.Status != ResponseStatus.NotConcerned);

    /// <summary>What was typed in this form, when it is the one that was given back and the page is still about its structure.</summary>
    public ReturnedForm? ReturnedOf(params ReadOnlySpan<string> commands) =>
        Returned is { } form && commands.Contains(form.Command)
        && (form.Structure is null || form.Structure == Acting?.Structure) ? form : null;

    /// <summary>What was typed in the response's form, whichever of its buttons was pressed.</summary>
    public ReturnedForm? ReturnedResponse => ReturnedOf("brouillon", "validation", "publication", AgentCommands.Preview);

    public FormErrors ErrorsOf(params ReadOnlySpan<string> commands) => ReturnedOf(commands)?.Errors ?? FormErrors.None;

    /// <summary>The version that a form carries: the one it was typed on, unless the current values were shown beside.</summary>
    public static int VersionOf(ReturnedForm? returned, int current) => returned is { IsStale: false, Version: >= 0 } ? returned.Version : current;

    public IEnumerable<StandingView> OthersPublished => View.Standings.Where(s =>
        s is { Status: ResponseStatus.Published, Published: not null } && s.Structure != Acting?.Structure);

    public static StandingView? ActingFor(ExperienceView view, StructureId? chosen)
    {
        var mine = view.Standings.Where(s => s.Actions != ExperienceActions.None).ToArray();
        return mine.FirstOrDefault(s => s.Structure == chosen)
            ?? mine.FirstOrDefault(s => s.Actions.HasFlag(ExperienceActions.SaveDraft))
            ?? mine.FirstOrDefault();
    }
}
