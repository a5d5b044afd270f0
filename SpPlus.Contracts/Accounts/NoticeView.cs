using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;

namespace SpPlus.Contracts.Accounts;

/// <summary>What the people of a structure are told beside their inbox.</summary>
[GenerateSerializer, Immutable, Alias("spplus.notice.v1")]
public sealed record NoticeView
{
    [Id(0)] public required ExperienceId Experience { get; init; }
    [Id(1)] public required string Title { get; init; }

    /// <summary>First name and initial of who did it.</summary>
    [Id(2)] public required string By { get; init; }
    [Id(3)] public StructureId? ByStructure { get; init; }
    [Id(4)] public required DateTimeOffset At { get; init; }
    [Id(5)] public required NoticeKind Kind { get; init; }

    /// <summary>The other structure, where there is one.</summary>
    [Id(6)] public StructureId? Other { get; init; }

    /// <summary>This person has not seen it yet.</summary>
    [Id(7)] public bool IsNew { get; init; }
}

[GenerateSerializer, Alias("spplus.notice-kind")]
public enum NoticeKind
{
    /// <summary>A comment names the structure (COMM-1).</summary>
    Mentioned = 1,

    /// <summary>The other structure has taken its place (ROUTE-5).</summary>
    HandedOver = 2,

    /// <summary>The DITP says that it is not concerned any more.</summary>
    TakenOff = 3,

    /// <summary>It has taken the other structure's place (ROUTE-2, ROUTE-5).</summary>
    Received = 4,

    /// <summary>It had asked the other structure to take over, and stays concerned.</summary>
    TransferRefused = 5,

    /// <summary>It became concerned by an experience: told by mail alone, the inbox shows it.</summary>
    Arrived = 6,

    /// <summary>A response of it waits to be validated: told by mail alone.</summary>
    ToValidate = 7,
}
