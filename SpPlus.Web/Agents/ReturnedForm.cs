using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Agents;

/// <summary>A form given back with everything typed: its command was refused, or the text was only looked at.</summary>
public sealed class ReturnedForm
{
    private readonly PostedForm posted;
    private readonly Dictionary<string, string> changed = [];

    internal ReturnedForm(string command, PostedForm posted, string? message, FormErrors errors, Refusal? refusal, bool isUnknown)
    {
        (this.posted, Command, Message, Errors) = (posted, command, message, errors);
        Structure = StructureId.TryParse(posted["structure"], out var id) ? id : null;
        IsStale = refusal == Refusal.StaleVersion;
        // The command may have been carried out: sent again under the same id, it is not carried out twice.
        Operation = isUnknown && posted.OperationId != Guid.Empty ? posted.OperationId : null;
    }

    /// <summary>The values of the field <c>base</c>: whose text the merged one starts from.</summary>
    public const string Mine = "mien";

    public const string Theirs = "leur";

    /// <summary>Nothing was asked but to see it. While two texts are being merged, both stay in sight.</summary>
    internal static ReturnedForm Kept(string form, PostedForm posted) =>
        new(form, posted, message: null, FormErrors.None, refusal: posted[Mine] is null ? null : Refusal.StaleVersion, isUnknown: false);

    /// <summary>The response as its writer had it before anything was merged into it.</summary>
    public string Own => (posted[Mine] ?? posted["texte"] ?? "").ReplaceLineEndings("\n");

    /// <summary>The merged text is to start from the one that was saved meanwhile.</summary>
    public bool TakesTheirs => posted["base"] == Theirs;

    public bool TakesMine => posted["base"] == Mine;

    /// <summary>The last segment of the path that it was posted to.</summary>
    public string Command { get; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public string? Message { get; }

    public FormErrors Errors { get; }

    public StructureId? Structure { get; }

    /// <summary>The current values are shown beside; the form carries their version, so that saving again is a choice.</summary>
    public bool IsStale { get; }

    public Guid? Operation { get; }

    public int Version => posted.Version;

    public string? this[string name] => changed.TryGetValue(name, out var value) ? value : posted[name];

    /// <summary>The same form, with another value in one field.</summary>
    public ReturnedForm With(string name, string value)
    {
        var with = new ReturnedForm(Command, posted, Message, Errors, IsStale ? Refusal.StaleVersion : null, Operation is not null) { Marks = Marks };
        with.changed[name] = value;
        return with;
    }

    /// <summary>What looks like personal data in the text (PII-1).</summary>
    public IReadOnlyList<PersonalDataMark> Marks { get; internal init; } = [];

    public IReadOnlyList<string> All(string name) => posted.All(name);
}
