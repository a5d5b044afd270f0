using SpPlus.Contracts.Accounts;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Experiences;

/// <summary>COMM-1: a long thread is read to its beginning by those who may read it.</summary>
public sealed class CommentThreadTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    [Fact]
    public async Task Comments_before_the_latest_hundred_are_a_page_away()
    {
        var one = await shared.Published("caf-gironde");
        var (agent, stranger) = (await shared.Silo.Account(Profile.Agent, "caf-gironde"), await shared.Silo.Account(Profile.Agent, "caf-paris"));
        for (var number = 1; number <= 130; number++) await one.Accepted(New.Comment($"n° {number}"), agent);

        var view = (await one.Grain.View(agent))!;
        Assert.Equal((130, 31, 130), (view.CommentCount, view.Comments[0].Number, view.Comments[^1].Number));
        var older = (await one.Grain.Comments(31, agent))!.Value;
        Assert.Equal(Enumerable.Range(1, 30).Select(n => $"n° {n}"), older.Select(c => c.Text));
        Assert.Empty((await one.Grain.Comments(1, agent))!.Value);
        Assert.Empty((await one.Grain.Comments(int.MinValue, agent))!.Value);
        Assert.Equal(100, (await one.Grain.Comments(int.MaxValue, agent))!.Value.Length);
        Assert.Null(await one.Grain.Comments(31, stranger));
    }
}
