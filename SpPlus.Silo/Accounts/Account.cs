using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences;

namespace SpPlus.Silo.Accounts;

/// <summary>An enabled account of the directory.</summary>
internal sealed record Account
{
    public required string Subject { get; init; }
    public required string DisplayName { get; init; }
    public required Profile Profile { get; init; }
    public required StructureId Structure { get; init; }

    /// <summary>The professional address, for those who choose to be written to (STEP-3); never shown, logged or handed on.</summary>
    public string? Email { get; init; }

    public bool IsSteward => Profile is Profile.Moderator or Profile.StewardAdministrator;

    public override string ToString() => Subject;

    public Actor AsActor() => new()
    {
        Kind = IsSteward ? HistoryActor.Steward : HistoryActor.Agent,
        Subject = Subject,
        Name = DisplayName,
        Structure = Structure,
    };
}
