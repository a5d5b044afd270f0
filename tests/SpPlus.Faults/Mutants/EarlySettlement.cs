using Microsoft.Extensions.DependencyInjection;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Faults.Mutants;

/// <summary>Takes a response out of an incident's queue as given, and gives it a moment later.</summary>
internal sealed class EarlySettlement(IServiceProvider services) : IOutgoingGrainCallFilter
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);
    private readonly AsyncLocal<bool> isLate = new();

    public Task Invoke(IOutgoingGrainCallContext context)
    {
        if (isLate.Value || context.Grain is not IExperienceGrain grain || context.Request.GetArgumentCount() == 0 || context.Request.GetArgument(0) is not GiveStandingResponse command)
            return context.Invoke();
        _ = Give(grain.GetPrimaryKeyString(), command, (Caller)context.Request.GetArgument(1)!);
        context.Result = new CommandResult();
        return Task.CompletedTask;
    }

    private async Task Give(string experience, GiveStandingResponse command, Caller caller)
    {
        isLate.Value = true;
        await Task.Delay(Moment);
        try
        {
            await services.GetRequiredService<IGrainFactory>().GetGrain<IExperienceGrain>(experience).Execute(command, caller);
        }
        catch (Exception)
        {
            // Nobody is left to tell.
        }
    }
}
