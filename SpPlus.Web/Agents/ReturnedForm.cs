using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Agents;

/// <summary>A form given back with everything typed: its command was refused, or the text was only looked at.</summary>
public sealed class ReturnedForm
{
    private readonly PostedForm posted;

    internal ReturnedForm(string command, PostedForm posted, string? message, FormErrors errors, Refusal? refusal, bool isUnknown)
    {
        (this.posted, Command, Message, Errors) = (posted, command, message, errors);
        Structure = StructureId.TryParse(posted["structure"], out var id) ? id : null;
        IsStale = refusal == Refusal.StaleVersion;
        // The command may have been carried out: sent again under the same id, it is not carried out twice.
        Operation = isUnknown && posted.OperationId != Guid.Empty ? posted.OperationId : null;
    }

    /// <summary>Nothing was asked but to see it.</summary>
    internal static ReturnedForm Previewed(PostedForm posted) =>
        new(AgentCommands.Preview, posted, message: null, FormErrors.None, refusal: null, isUnknown: false);

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

    public string? this[string name] => posted[name];

    public IReadOnlyList<string> All(string name) => posted.All(name);
}
