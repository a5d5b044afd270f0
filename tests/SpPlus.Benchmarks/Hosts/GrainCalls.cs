using SpPlus.Benchmarks.Data;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Experiences;

namespace SpPlus.Benchmarks.Hosts;

/// <summary>The product without HTTP: commands to the grains.</summary>
internal sealed class GrainCalls(ExperienceGrains grains) : IInProcess
{
    private static readonly Caller[] Callers = [.. Seed.Accounts.Select(account => Caller.Agent(account.Subject))];

    public async Task Do(Job job, ExperienceId experience, int caller)
    {
        var result = await grains.Of(experience).Execute(Commands.Of(job), Callers[caller]);
        if (!result.Accepted) throw new InvalidOperationException($"{job} was refused: {result.Refusal}.");
    }
}
