using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Web.Experiences;

namespace SpPlus.Web.ImprovementActions;

/// <summary>The one way from a page to an improvement action.</summary>
internal sealed partial class ImprovementActionGateway(IGrainFactory grains, ILogger<ImprovementActionGateway> logger)
{
    public Task<CommandOutcome> Send(ImprovementActionId id, ImprovementActionCommand command, Caller caller)
    {
        var grain = grains.GetGrain<IImprovementActionGrain>(id.Value);
        return CommandOutcome.OfTwo(
            () => grain.Execute(command, caller),
            exception => LogUnknown(exception, command.GetType().Name, command.OperationId),
            exception => LogStillUnknown(exception, command.GetType().Name, command.OperationId));
    }

    /// <summary>Null for "does not exist, or not for you to work on".</summary>
    public Task<ImprovementActionView?> View(ImprovementActionId id, Caller caller) => grains.GetGrain<IImprovementActionGrain>(id.Value).View(caller);

    /// <summary>Null without an account.</summary>
    public Task<ImprovementActionList?> List(ImprovementActionQuery query, Caller caller) => grains.GetGrain<IImprovementActionsGrain>(0).List(query, caller);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Command} {Operation}: no answer; sent once more")]
    private partial void LogUnknown(Exception exception, string command, Guid operation);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Command} {Operation}: outcome unknown")]
    private partial void LogStillUnknown(Exception exception, string command, Guid operation);
}
