using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Experiences;

public sealed class HistoryTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    [Fact]
    public async Task A_long_history_shows_its_end()
    {
        var one = await shared.Published("caf-gironde");
        var agent = await shared.Silo.Account(Profile.Agent, "caf-gironde");
        await Task.WhenAll(Enumerable.Range(0, 250).Select(i => one.Accepted(
            new CommentOnExperience { OperationId = Guid.NewGuid(), Text = $"n° {i}" }, agent)));

        var history = (await one.Grain.History(agent))!.Value;

        Assert.Equal(200, history.Length);
        Assert.Equal(Enumerable.Range(history[0].Sequence, 200), history.Select(entry => entry.Sequence));
        Assert.All(history, entry => Assert.Equal("comment-added", entry.Kind));
    }
}
