using System.Collections.Immutable;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Accounts;

/// <summary>The signed-in person's own account.</summary>
[GenerateSerializer, Immutable, Alias("spplus.account-view.v1")]
public sealed record AccountView
{
    /// <summary>First name and initial, as agents see one another.</summary>
    [Id(0)] public required string DisplayName { get; init; }
    [Id(1)] public required Profile Profile { get; init; }
    [Id(2)] public required StructureId Structure { get; init; }

    /// <summary>Experiences of the account's structure and descendants still to answer; for the DITP, those to moderate.</summary>
    [Id(3)] public int Waiting { get; init; }

    /// <summary>What the account may still take back, the soonest to close first, twenty at most (RESP-5).</summary>
    [Id(4)] public ImmutableArray<PublishingItem> Publishing { get; init; } = [];

    /// <summary>Transfers that the account may resolve; null for whoever resolves none (ROUTE-3, ROUTE-4).</summary>
    [Id(5)] public int? Transfers { get; init; }

    /// <summary>What the account's structure was told in the last thirty days and this person has not seen.</summary>
    [Id(6)] public int Notices { get; init; }

    /// <summary>Reported experiences that wait (MOD-4); null for everybody but the DITP.</summary>
    [Id(7)] public int? Reports { get; init; }

    /// <summary>Mails that somebody has to decide about (STEP-2); null for everybody but the DITP's administrators.</summary>
    [Id(8)] public int? HeldMails { get; init; }

    public bool IsSteward => Profile is Profile.Moderator or Profile.StewardAdministrator;
}
