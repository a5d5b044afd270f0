using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Live;
using SpPlus.Web.Experiences;
using Xunit;

namespace SpPlus.Tests.Faults;

/// <summary>COMM-2 on two silos and two web processes, each of which may be gone without a word.</summary>
[Collection(RunsAlone.Name)]
public sealed class KilledWhileLookingTests
{
    private const string Caf = "caf-gironde";
    private const string Cpam = "cpam-gironde";
    private static readonly Caller Moderator = Caller.Agent("moderator-ditp");
    private static readonly Caller Anne = Caller.Agent($"agent-{Caf}");
    private static readonly Caller Bruno = Caller.Agent($"superagent-{Cpam}");
    private static readonly ExperienceId Id = ExperienceId.From("looked at");

    [Fact]
    public async Task Who_was_there_is_seen_no_more_and_who_stays_hears_everything()
    {
        await using var cluster = await TwoSilos.Start([(Profile.Moderator, "ditp"), (Profile.Agent, Caf), (Profile.SuperAgent, Cpam)]);
        await cluster.Accepted(Id, New.Submission(), Caller.Anonymous);
        await cluster.Accepted(Id, New.Publication(Caf, Cpam), Moderator);
        using var hers = await cluster.NewClient();
        var his = await cluster.NewClient();
        await using var first = await Web(hers);
        await using var second = await Web(his);
        var view = (await cluster.Experience(Id).View(Anne))!;
        var reader = await first.Opened(Id, Anne.Subject!, new(view.Sequence, view.CommentCount));
        await second.Opened(Id, Bruno.Subject!);
        await Shows(reader, present: true);
        await cluster.Accepted(Id, New.Comment("Avant"), Bruno);
        Assert.Contains("Avant", await reader.Next("commentaire"), StringComparison.Ordinal);

        his.Dispose();
        await Shows(reader, present: false);

        cluster.Kill(await cluster.HolderOf(Id));
        await cluster.Accepted(Id, New.Comment("Après"), Bruno);
        Assert.Contains("Après", await reader.Next("commentaire"), StringComparison.Ordinal);
    }

    private static async Task Shows(Reader reader, bool present)
    {
        while ((await reader.Next("presence")).Contains("SuperAgent", StringComparison.Ordinal) != present)
        {
            // The event before.
        }
    }

    private static Task<WebReplica> Web(IHost client)
    {
        var grains = client.Services.GetRequiredService<IGrainFactory>();
        return WebReplica.Start(new ExperienceAudiences(grains, new(grains)), TimeProvider.System);
    }
}
