using SpPlus.Contracts.Experiences;

namespace SpPlus.Web.Tracking;

/// <summary>What an author cannot undo: asked on a page of its own, which says what goes and what stays, before it is done.</summary>
public sealed record FinalChoice
{
    public static readonly FinalChoice Withdraw = new()
    {
        Path = "retirer", Text = "Withdraw", Done = "retrait", Command = operation => new WithdrawExperience { OperationId = operation },
        IsDone = view => view.Status == ExperienceStatus.Withdrawn,
    };

    public static readonly FinalChoice Erase = new()
    {
        Path = "effacer", Text = "Erase", Done = "effacement", Command = operation => new EraseExperience { OperationId = operation },
        IsDone = view => view.ErasedAt is not null,
    };

    public required string Path { get; init; }

    /// <summary>What its texts' names begin with.</summary>
    public required string Text { get; init; }

    /// <summary>What the page that follows is told.</summary>
    public required string Done { get; init; }
    public required Func<Guid, ExperienceCommand> Command { get; init; }
    public required Func<TrackingView, bool> IsDone { get; init; }
}
