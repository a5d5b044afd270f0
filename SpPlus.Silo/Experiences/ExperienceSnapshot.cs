using System.Text.Json.Serialization;

namespace SpPlus.Silo.Experiences;

/// <summary>The state at one sequence, so that an activation replays only what came after. Losing it costs a replay and nothing else.</summary>
internal sealed class ExperienceSnapshot
{
    /// <summary>The ADO.NET provider tells states apart by this name alone: it is unique in the service.</summary>
    public const string StateName = "experience";

    /// <summary>Raise it when facts fold into another state or the state's shape changes: older snapshots are then replayed.</summary>
    public const int CurrentFormat = 9;

    public int Format { get; set; }

    public Experience? Experience { get; set; }

    /// <summary>Null for one that another build wrote in another way, newer ones included.</summary>
    [JsonIgnore]
    public Experience? Usable => Format == CurrentFormat ? Experience : null;

    /// <summary>
    /// The longer the history, the rarer the snapshot: writing every n facts would cost n² bytes over an experience's life.
    /// </summary>
    public static bool IsDue(ExperienceSnapshot snapshot, Experience experience, bool onDeactivation)
    {
        var saved = snapshot.Usable?.Sequence ?? 0;
        return experience.Sequence - saved >= Math.Max(onDeactivation ? 16 : 64, saved / 2);
    }
}
