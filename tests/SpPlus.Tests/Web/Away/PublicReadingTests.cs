using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Standalone.Check;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using SpPlus.Tests.Limits;
using SpPlus.Tests.Web.Restart;
using Xunit;

namespace SpPlus.Tests.Web.Away;

/// <summary>PostgreSQL is stopped under people who read.</summary>
public sealed class PublicReadingTests
{
    private const string Note = "main .sp-notice.is-warm";

    // The driver, told to give up, would wait for a minute.
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Reading_goes_on_while_PostgreSQL_is_away_and_what_is_new_is_there_when_it_is_back()
    {
        using var server = await PostgresServer.OfItsOwn();
        await using var silo = await SiloUnderTest.Start(await server.NewDatabase());
        await using var redis = new RedisUnderTest();
        await using var web = await WholeWeb.Start(silo, redis, settings: ("PublicCache:FreshFor", "00:00:00.0000001"));
        var moderator = await silo.Account(Profile.Moderator, "ditp");
        var (read, unread) = (await Published(silo, moderator), await Published(silo, moderator));
        string[] pages = ["/", "/experiences", "/experiences?departement=33", $"/experiences/{read}", "/actions"];
        using var reader = new Browser(web.Address);
        foreach (var page in pages)
        {
            await reader.OpenAsync(page, CancellationToken.None);
            Assert.False(reader.Has(Note), page);
        }

        server.Stop();
        foreach (var page in pages)
        {
            await reader.OpenAsync(page, CancellationToken.None);
            Assert.True(reader.Has(Note), page);
        }

        var missing = await Assert.ThrowsAsync<CheckException>(() => reader.OpenAsync($"/experiences/{unread}", CancellationToken.None));
        Assert.Contains(" answered 503", missing.Message, StringComparison.Ordinal);
        foreach (var page in (string[])["/faq", "/faq?q=lien", "/comment-ca-marche", "/mentions-legales", "/partager"])
        {
            await reader.OpenAsync(page, CancellationToken.None);
            Assert.False(reader.Has(Note), page);
        }

        await server.StartAgain();
        foreach (var page in pages)
        {
            await reader.OpenAsync(page, CancellationToken.None);
            Assert.False(reader.Has(Note), page);
        }

        var later = await Published(silo, moderator);
        await reader.OpenAsync("/experiences", CancellationToken.None);
        Assert.True(reader.Has($"a[href='/experiences/{later}']"));
    }

    [Fact]
    public async Task Where_PostgreSQL_neither_answers_nor_refuses_nobody_waits_long_for_what_is_kept()
    {
        using var server = await PostgresServer.OfItsOwn();
        await using var silo = await SiloUnderTest.Start(await server.NewDatabase());
        await using var redis = new RedisUnderTest();
        await using var web = await WholeWeb.Start(silo, redis, settings: [("PublicCache:FreshFor", "00:00:00.0000001"), ("PublicCache:Patience", "00:00:00.5")]);
        using var reader = new Browser(web.Address);
        await reader.OpenAsync("/experiences", CancellationToken.None);

        server.Freeze();
        foreach (var _ in (int[])[1, 2])
        {
            await reader.OpenAsync("/experiences", CancellationToken.None).WaitAsync(Long);
            Assert.True(reader.Has(Note));
        }

        var unread = await Assert.ThrowsAsync<CheckException>(() => reader.OpenAsync("/experiences?feeling=Negative", CancellationToken.None).WaitAsync(Long));
        Assert.Contains(" answered 503", unread.Message, StringComparison.Ordinal);

        server.Thaw();
        do await reader.OpenAsync("/experiences", CancellationToken.None);
        while (reader.Has(Note));
    }

    private static async Task<ExperienceId> Published(SiloUnderTest silo, Caller moderator)
    {
        var key = SubmissionKey.New();
        var one = new OneExperience(silo, SubmissionKey.ExperienceId(key), TrackingToken.FromSubmissionKey(key));
        await Patiently(() => one.Accepted(New.Submission() with { OperationId = SubmissionKey.OperationId(key), TrackingToken = one.Token }, Caller.Anonymous));
        var publication = New.Publication("caf-gironde");
        await Patiently(() => one.Accepted(publication, moderator));
        await silo.Projected();
        return one.Id;

        // Just after a restart a connection of before may be met with.
        static Task<CommandResult> Patiently(Func<Task<CommandResult>> call) => Faults.TwoSilos.Patiently(call);
    }
}
