using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences.Decisions;

/// <summary>
/// An unanswered structure asks that another one, not a descendant of it, take over:
/// <code>
///               request          accept                    refuse     withdraw   5 days
/// none          asked            refused                   refused    refused    –
/// asked         refused          the other in its place    none       none       asked, of the DITP alone
/// </code>
/// In the same network the nearest common ancestor's super agents and the DITP resolve it (ROUTE-3), else the DITP (ROUTE-4).
/// </summary>
internal static class TransferDecisions
{
    public static readonly TimeSpan AnsweredWithin = TimeSpan.FromDays(5);

    public static Decision Request(Experience experience, RequestTransfer command, DecisionContext context)
    {
        if (Refused(experience, command, context, ExperienceActions.RequestTransfer) is { } refused) return refused;
        var (errors, reason) = (new FieldErrors(), Words.CleanOrNull(command.Reason));
        errors.Require(nameof(command.Reason), reason, 1, 1_000);
        if (!context.Structures.Contains(command.To)) errors.Add(nameof(command.To), FieldProblem.Unknown);
        if (errors.Any) return errors.Refuse();
        if (context.Structures.IsDescendant(command.To, command.Structure)) return Decision.Refuse(Refusal.IsADescendant);
        if (experience.StandingOf(command.To) is not null) return Decision.Refuse(Refusal.AlreadyConcerned);
        return Decision.Of(new TransferRequested
        {
            Structure = command.Structure,
            To = command.To,
            Reason = reason!,
            Approver = context.Structures.NearestCommonAncestor(command.Structure, command.To),
            ExpiresAt = context.Now + AnsweredWithin,
        });
    }

    public static Decision Accept(Experience experience, AcceptTransfer command, DecisionContext context)
    {
        if (Refused(experience, command, context, ExperienceActions.ResolveTransfer) is { } refused) return refused;
        var to = experience.StandingOf(command.Structure)!.Transfer!.To;
        var accepted = new TransferAccepted { Structure = command.Structure, To = to };
        // Named meanwhile, it said that it is not concerned: now it is told that it is.
        return experience.StandingOf(to) is { Status: ResponseStatus.NotConcerned }
            ? Decision.Of(new StructureDetached { Structure = to }, accepted)
            : Decision.Of(accepted);
    }

    public static Decision Refuse(Experience experience, RefuseTransfer command, DecisionContext context)
    {
        if (Refused(experience, command, context, ExperienceActions.ResolveTransfer) is { } refused) return refused;
        var (errors, reason) = (new FieldErrors(), Words.CleanOrNull(command.Reason));
        errors.Require(nameof(command.Reason), reason, 1, 1_000);
        return errors.Any ? errors.Refuse() : Decision.Of(new TransferRefused { Structure = command.Structure, Reason = reason! });
    }

    public static Decision Withdraw(Experience experience, WithdrawTransfer command, DecisionContext context) =>
        Refused(experience, command, context, ExperienceActions.WithdrawTransfer)
        ?? Decision.Of(new TransferWithdrawn { Structure = command.Structure });

    private static Decision? Refused(Experience experience, ResponseCommand command, DecisionContext context, ExperienceActions action)
    {
        // Resolving is for those whom the request names: without one, nobody is in its scope, and everybody is told so.
        if (action == ExperienceActions.ResolveTransfer && context.Account is { } account && Rights.Sees(account, experience, context.Structures)
            && experience.StandingOf(command.Structure) is { Transfer: null } && Rule.Of(action).By.Contains(account.Profile))
            return Decision.Refuse(Refusal.WrongStatus);
        if (Rights.Check(experience, context, action, command.Structure) is { } refusal) return Decision.Refuse(refusal);
        var standing = experience.StandingOf(command.Structure)!;
        if (Rule.Of(action).RefusalAt(Stages.Of(standing)) is { } wrong) return Decision.Refuse(wrong);
        var isMeant = command is IResolvesTransfer { RequestedAt: { } requestedAt }
            ? standing.Transfer?.At == requestedAt
            : standing.Version == command.ExpectedVersion;
        return isMeant ? null : Decision.Refuse(Refusal.StaleVersion, standing.Version);
    }
}
