using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using Xunit;
using SpPlus.Tests.Infrastructure;

namespace SpPlus.Tests.Experiences;

public sealed class MainJobTests
{
    [Fact]
    public async Task Two_administrations_answer_one_experience_from_sending_to_evaluation()
    {
        await using var silo = await SiloUnderTest.Start();
        var (key, caf, cpam) = (SubmissionKey.New(), StructureId.Parse("caf-gironde"), StructureId.Parse("cpam-gironde"));
        var token = TrackingToken.FromSubmissionKey(key);
        var experience = silo.Experience(SubmissionKey.ExperienceId(key));
        var submit = new SubmitExperience
        {
            OperationId = SubmissionKey.OperationId(key),
            Title = "Changement d’adresse",
            Story = "J’ai signalé mon changement d’adresse à un service et l’autre ne l’a pas su pendant un mois.",
            ContactDate = new DateOnly(2026, 9, 24),
            Department = "33",
            Feeling = Feeling.Negative,
            Services = [new() { Structure = caf, Channels = [new() { Channel = "phone", Feeling = Feeling.Negative }] }],
            Email = "auteur@exemple.fr",
            TrackingToken = token,
        };
        Assert.Equal(Refusal.None, (await experience.Execute(submit, Caller.Anonymous)).Refusal);
        Assert.Equal(Refusal.None, (await experience.Execute(submit, Caller.Anonymous)).Refusal);

        var moderator = await silo.Account(Profile.Moderator, "ditp", "Théo M.");
        await silo.Projected();
        var desk = silo.Grains.GetGrain<IDeskGrain>(0);
        var queue = await desk.ModerationQueue(new(), moderator);
        Assert.Equal("Changement d’adresse", Assert.Single(queue!.Items).Title);
        Assert.Equal(Refusal.None, (await experience.Execute(
            new PublishExperience { OperationId = Guid.NewGuid(), Structures = [caf, cpam] }, moderator)).Refusal);
        var second = await experience.Execute(new RejectExperience { OperationId = Guid.NewGuid(), Reason = "offensive" }, moderator);
        Assert.Equal((Refusal.AlreadyDecided, "Théo M."), (second.Refusal, second.Decided?.By));

        var agent = await silo.Account(Profile.Agent, "caf-gironde");
        var superAgent = await silo.Account(Profile.SuperAgent, "cnaf");
        var text = new ResponseText { Courtesy = "Bonjour,", Text = "Votre adresse est corrigée." };
        Assert.Equal(Refusal.ValidationRequired, (await experience.Execute(
            new PublishResponse { OperationId = Guid.NewGuid(), Structure = caf, ExpectedVersion = 0, Response = text }, agent)).Refusal);
        var asked = await experience.Execute(
            new RequestValidation { OperationId = Guid.NewGuid(), Structure = caf, ExpectedVersion = 0, Response = text }, agent);
        Assert.Equal((Refusal.None, 1), (asked.Refusal, asked.Version));
        Assert.Equal(Refusal.None, (await experience.Execute(
            new PublishResponse { OperationId = Guid.NewGuid(), Structure = caf, ExpectedVersion = 1, Response = text }, superAgent)).Refusal);

        var other = await silo.Account(Profile.Agent, "cpam-gironde");
        Assert.Equal(Refusal.None, (await experience.Execute(
            new AdoptResponse
            {
                OperationId = Guid.NewGuid(), Structure = cpam, ExpectedVersion = 0, Adopted = caf, AdoptedVersion = 1,
            }, other)).Refusal);

        var tracked = await experience.Track(Caller.Author(token));
        Assert.Equal([true, true], tracked!.Structures.Select(s => s.MayEvaluate));
        Assert.Null(await experience.Track(Caller.Author(TrackingToken.FromSubmissionKey(SubmissionKey.New()))));
        Assert.Equal(Refusal.None, (await experience.Execute(
            new EvaluateResponse { OperationId = Guid.NewGuid(), Structure = caf, Useful = true, Clarity = 4 }, Caller.Author(token))).Refusal);

        await silo.Projected();
        var view = await experience.View(other);
        Assert.Equal(AnswerStatus.Answered, view!.AnswerStatus);
        var inbox = await desk.Inbox(new(), other);
        Assert.Equal(ResponseStatus.Adopted, Assert.Single(inbox!.Items).Status);
        Assert.Null(await experience.View(await silo.Account(Profile.Agent, "caf-paris")));
        Assert.Equal(8, (await experience.History(moderator))!.Value.Length);
    }
}
