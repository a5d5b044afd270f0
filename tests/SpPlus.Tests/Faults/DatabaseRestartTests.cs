using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using Xunit;

namespace SpPlus.Tests.Faults;

public sealed class DatabaseRestartTests
{
    [Fact]
    public async Task While_PostgreSQL_is_away_people_are_told_and_afterwards_the_same_commands_are_there_once()
    {
        using var server = await PostgresServer.OfItsOwn();
        await using var silo = await SiloUnderTest.Start(await server.NewDatabase());
        var (moderator, agent) = (await silo.Account(Profile.Moderator, "ditp"), await silo.Account(Profile.Agent, "caf-gironde"));
        var key = SubmissionKey.New();
        var one = new OneExperience(silo, SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        await one.Accepted(New.Submission() with { OperationId = SubmissionKey.OperationId(key), TrackingToken = one.Token }, Caller.Anonymous);
        await one.Accepted(New.Publication("caf-gironde"), moderator);

        server.Stop();
        var comments = Enumerable.Range(0, 10).Select(i => New.Comment($"n° {i}")).ToArray();
        foreach (var comment in comments) Assert.NotEqual("None", await Outcome(one, comment, agent));
        Assert.NotEqual("None", await Outcome(one with { Id = ExperienceId.From(key + "other") }, New.Submission(), Caller.Anonymous));

        await server.StartAgain();
        foreach (var comment in comments)
            while (await Outcome(one, comment, agent) != "None") { }
        await silo.Projected();
        Assert.Equal(comments.Select(c => c.Text), (await one.Grain.View(agent))!.Comments.Select(c => c.Text));
    }

    private static async Task<string> Outcome(OneExperience one, ExperienceCommand command, Caller caller)
    {
        try
        {
            return (await one.Grain.Execute(command, caller)).Refusal.ToString();
        }
        catch (Exception)
        {
            return "unknown";
        }
    }
}
