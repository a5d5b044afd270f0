using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Agents;

/// <summary>A form whose command was not carried out: everything typed, and what to tell.</summary>
public sealed class RefusedForm
{
    private readonly PostedForm posted;

    internal RefusedForm(string command, PostedForm posted, string message, FormErrors errors, Refusal? refusal, bool isUnknown)
    {
        (this.posted, Command, Message, Errors) = (posted, command, message, errors);
        Structure = StructureId.TryParse(posted["structure"], out var id) ? id : null;
        IsStale = refusal == Refusal.StaleVersion;
        // The command may have been carried out: sent again under the same id, it is not carried out twice.
        Operation = isUnknown && posted.OperationId != Guid.Empty ? posted.OperationId : null;
    }

    /// <summary>The last segment of the path that it was posted to.</summary>
    public string Command { get; }

    public string Message { get; }

    public FormErrors Errors { get; }

    public StructureId? Structure { get; }

    /// <summary>The current values are shown beside; the form carries their version, so that saving again is a choice.</summary>
    public bool IsStale { get; }

    public Guid? Operation { get; }

    public int Version => posted.Version;

    public string? this[string name] => posted[name];

    public IReadOnlyList<string> All(string name) => posted.All(name);
}
