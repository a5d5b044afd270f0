using SpPlus.Contracts.Accounts;
using SpPlus.Standalone.Check;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using SpPlus.Tests.Web.Restart;
using Xunit;

namespace SpPlus.Tests.Reports;

/// <summary>MOD-4: a decision on a report is refused, and the list has changed meanwhile.</summary>
public sealed class RefusedReportTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    private const string List = "/moderation/signalements";
    private readonly string reason = string.Concat(Enumerable.Repeat("On y lit un nom. ", 500)).Trim();

    [Fact]
    public async Task What_was_typed_is_in_the_form_or_beside_the_list_that_has_moved_on()
    {
        await using var web = await RestartingWeb.Start(shared.Silo);
        var one = await shared.Published("caf-gironde");
        await one.Accepted(New.Report(), Caller.Anonymous);
        await shared.Silo.Projected();
        using var moderator = new Browser(web.Address);
        await moderator.AnswerAsync($"/entrer/{shared.Moderator.Subject}", CancellationToken.None);
        await moderator.OpenAsync(List, CancellationToken.None);
        moderator.Fill("raison", reason);
        await moderator.IsRefused("button[value=depublier]", 422);
        await moderator.Keeps($"form[action='{List}/{one.Id}']:has([name=raison])", [("raison", reason)]);

        await one.Accepted(New.Dismissal(upTo: 1), shared.Moderator);
        await shared.Silo.Projected();
        await moderator.IsRefused("button[value=depublier]", 422);
        Assert.False(moderator.Has("[name=raison]"));
        Assert.Contains(reason, moderator.Text, StringComparison.Ordinal);
        Assert.Contains(one.Id.Value, moderator.Text, StringComparison.Ordinal);
    }
}
