using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using Xunit;

namespace SpPlus.Tests.Faults;

/// <summary>A silo that is asked to end gives what it holds to the other while it still works.</summary>
[Collection(RunsAlone.Name)]
public sealed class HandOverTests
{
    private const int Experiences = 40;
    private static readonly Caller Moderator = Caller.Agent("moderator-ditp");

    [Fact]
    public async Task Every_experience_moves_before_the_silo_ends_and_takes_commands_all_the_while()
    {
        await using var cluster = await TwoSilos.Start([(Profile.Moderator, "ditp")], grace: TimeSpan.FromSeconds(45));
        var ids = Enumerable.Range(0, Experiences).Select(i => ExperienceId.From($"handed over {i}")).ToArray();
        await Task.WhenAll(ids.Select(id => cluster.Accepted(id, New.Submission(), Caller.Anonymous)));
        await Task.WhenAll(ids.Select(id => cluster.Accepted(id, New.Publication("caf-gironde"), Moderator)));
        var leaving = await cluster.HolderOf(ids[0]);
        Assert.NotEqual(-1, leaving);

        var ended = cluster.AskToEnd(leaving);
        var moved = 0;
        while (moved < Experiences)
        {
            foreach (var id in ids)
                Assert.Equal(Refusal.None, (await cluster.Experience(id).Execute(New.Comment(), Moderator)).Refusal);
            moved = (await Task.WhenAll(ids.Select(cluster.HolderOf))).Count(holder => holder == 1 - leaving);
            Assert.False(ended.IsCompleted, $"it ended with {moved} of {Experiences} handed over:\n{cluster.OutputOf(leaving)}");
        }

        foreach (var id in ids)
        {
            var view = await cluster.Experience(id).View(Moderator);
            Assert.NotEmpty(view!.Standings);
        }
    }
}
