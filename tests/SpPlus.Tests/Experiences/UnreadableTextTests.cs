using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Experiences;

/// <summary>A sealed text that does not open: another master key, as after a restore without it.</summary>
public sealed class UnreadableTextTests
{
    [Fact]
    public async Task One_text_that_does_not_open_takes_neither_the_queue_nor_its_own_page_down()
    {
        string database;
        ExperienceId unreadable;
        await using (var before = await SiloUnderTest.Start())
        {
            database = before.ConnectionString;
            unreadable = await Submit(before);
        }

        await using var silo = await SiloUnderTest.Start(database, builder => builder.Configuration.AddInMemoryCollection(
            [new("Vault:MasterKey", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)))]));
        var readable = await Submit(silo);
        await silo.Projected();
        var moderator = await silo.Account(Profile.Moderator, "ditp");

        var queue = (await silo.Grains.GetGrain<IDeskGrain>(0).ModerationQueue(new(), moderator))!.Items.ToDictionary(i => i.Experience);
        Assert.Equal(("", true), (queue[unreadable].Title, queue[unreadable].IsTextUnreadable));
        Assert.Equal((An.Sent.Title, false), (queue[readable].Title, queue[readable].IsTextUnreadable));

        var view = await silo.Experience(unreadable).View(moderator);
        Assert.Equal(("", "", true), (view!.Title, view.Story, view.IsTextUnreadable));
        Assert.Equal(Refusal.WrongStatus, (await silo.Experience(unreadable).Execute(New.Publication("caf-gironde"), moderator)).Refusal);
        Assert.Equal(Refusal.None, (await silo.Experience(unreadable).Execute(New.Reject(), moderator)).Refusal);
        Assert.True((await silo.Experience(unreadable).View(moderator))!.IsTextUnreadable);
    }

    private static async Task<ExperienceId> Submit(SiloUnderTest silo)
    {
        var key = SubmissionKey.New();
        var id = SubmissionKey.ExperienceId(key);
        var result = await silo.Experience(id).Execute(
            New.Submission() with { OperationId = SubmissionKey.OperationId(key), TrackingToken = TrackingToken.FromSubmissionKey(key) },
            Caller.Anonymous);
        Assert.Equal(Refusal.None, result.Refusal);
        return id;
    }
}
