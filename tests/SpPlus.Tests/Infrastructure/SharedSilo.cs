using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using Xunit;

namespace SpPlus.Tests.Infrastructure;

/// <summary>One silo for the tests of a class: each makes experiences of its own.</summary>
public sealed class SharedSilo : IAsyncLifetime
{
    public SiloUnderTest Silo { get; private set; } = null!;

    public Caller Moderator { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Silo = await SiloUnderTest.Start();
        Moderator = await Silo.Account(Profile.Moderator, "ditp", "Théo M.");
    }

    public async Task DisposeAsync() => await Silo.DisposeAsync();

    internal async Task<OneExperience> Submitted()
    {
        var key = SubmissionKey.New();
        var one = new OneExperience(Silo, SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        await one.Accepted(New.Submission() with { OperationId = SubmissionKey.OperationId(key), TrackingToken = one.Token }, Caller.Anonymous);
        return one;
    }

    internal async Task<OneExperience> Published(params string[] structures)
    {
        var one = await Submitted();
        await one.Accepted(New.Publication(structures), Moderator);
        return one;
    }
}

/// <summary>An experience of a running silo.</summary>
internal sealed record OneExperience(SiloUnderTest Silo, ExperienceId Id, string Token)
{
    public IExperienceGrain Grain => Silo.Experience(Id);

    public Caller Author => Caller.Author(Token);

    public async Task<CommandResult> Accepted(ExperienceCommand command, Caller caller)
    {
        var result = await Grain.Execute(command, caller);
        Assert.Equal((Refusal.None, command.GetType().Name), (result.Refusal, command.GetType().Name));
        return result;
    }

    public async Task<Refusal> Refused(ExperienceCommand command, Caller caller) => (await Grain.Execute(command, caller)).Refusal;
}
