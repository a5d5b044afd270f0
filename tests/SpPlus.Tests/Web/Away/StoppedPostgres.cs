using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Structures;
using SpPlus.Standalone.Check;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using SpPlus.Tests.Limits;
using SpPlus.Tests.Web.Restart;
using Xunit;

namespace SpPlus.Tests.Web.Away;

/// <summary>The whole platform on a PostgreSQL that the tests of a class stop and start.</summary>
public sealed class StoppedPostgres : IAsyncLifetime
{
    private readonly RedisUnderTest redis = new();
    private WholeWeb web = null!;

    public PostgresServer Server { get; private set; } = null!;

    public SiloUnderTest Silo { get; private set; } = null!;

    public Caller Moderator { get; private set; } = null!;

    public Caller Agent { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await PostgresServer.OfItsOwn();
        Silo = await SiloUnderTest.Start(await Server.NewDatabase());
        Moderator = await Silo.Account(Profile.Moderator, "ditp");
        Agent = await Silo.Account(Profile.SuperAgent, "france-travail");
        web = await WholeWeb.Start(Silo, redis);
    }

    public async Task DisposeAsync()
    {
        await web.DisposeAsync();
        await Silo.DisposeAsync();
        await redis.DisposeAsync();
        Server.Dispose();
    }

    /// <summary>Somebody with a browser, signed in where there is an account.</summary>
    internal async Task<Browser> Person(Caller? caller = null)
    {
        var person = new Browser(web.Address);
        if (caller is not null) await person.AnswerAsync($"/entrer/{caller.Subject}", CancellationToken.None);
        return person;
    }

    internal async Task<OneExperience> Submitted()
    {
        var key = SubmissionKey.New();
        var one = new OneExperience(Silo, SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        var submission = New.Submission() with
        {
            OperationId = SubmissionKey.OperationId(key), TrackingToken = one.Token, Services = [new() { Structure = StructureId.Parse("france-travail") }],
        };
        await Faults.TwoSilos.Patiently(() => one.Accepted(submission, Caller.Anonymous));
        await Silo.Projected();
        return one;
    }

    internal async Task<OneExperience> Published()
    {
        var one = await Submitted();
        var publication = New.Publication("france-travail");
        await Faults.TwoSilos.Patiently(() => one.Accepted(publication, Moderator));
        await Silo.Projected();
        return one;
    }
}
