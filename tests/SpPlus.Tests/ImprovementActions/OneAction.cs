using Microsoft.Extensions.DependencyInjection;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Silo.ImprovementActions;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.ImprovementActions;

/// <summary>An improvement action of a running silo.</summary>
internal sealed record OneAction(SiloUnderTest Silo, ImprovementActionId Id)
{
    public IImprovementActionGrain Grain => Silo.Grains.GetGrain<IImprovementActionGrain>(Id.Value);

    public static OneAction New(SiloUnderTest silo) => new(silo, ImprovementActionId.From(Guid.NewGuid().ToString()));

    public async Task<CommandResult> Accepted(ImprovementActionCommand command, Caller caller)
    {
        var result = await Grain.Execute(command, caller);
        Assert.Equal((Refusal.None, command.GetType().Name), (result.Refusal, command.GetType().Name));
        return result;
    }

    public async Task<Refusal> Refused(ImprovementActionCommand command, Caller caller) => (await Grain.Execute(command, caller)).Refusal;

    /// <summary>Mails of the action, by experience and state, in order.</summary>
    public Task<List<string>> Mails() => Silo.Database.Rows(
        $"select experience, version from mail.queue where step = 'improvement-action' and structure = '{Id}' order by experience, version");

    /// <summary>How often experiences recorded that they were told of it.</summary>
    public Task<long> Facts() => Silo.Database.Scalar<long>(
        $"select count(*) from journal.facts where kind = 'improvement-action-tied' and body ->> 'action' = '{Id}'");

    /// <summary>Works beside the silo's own projector and teller until nothing is left for either.</summary>
    public static async Task Told(SiloUnderTest silo)
    {
        do
        {
            await silo.Projected();
            await silo.Services.GetRequiredService<TieTeller>().DoDue(CancellationToken.None);
            await silo.Projected();
        }
        while (await silo.Database.Scalar<bool>("select exists (select from improvement.ties_to_tell where due_at <= now())"));
    }
}
