using SpPlus.Contracts.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using SpPlus.Tests.Infrastructure;
using SpPlus.Web.Forms;
using Xunit;

namespace SpPlus.Tests.Web;

/// <summary>The answer was lost and the form is still there, with the operation that it was made for.</summary>
public sealed class UnknownOutcomeTests(SharedSilo shared) : IClassFixture<SharedSilo>
{
    [Fact]
    public async Task Another_decision_from_the_same_form_is_refused_and_the_same_one_is_done_once()
    {
        var one = await shared.Submitted();
        var publication = New.Publication("caf-gironde");
        var rejection = new RejectExperience { OperationId = publication.OperationId, Reason = "offensive" };
        await one.Accepted(publication.BoundToContent(), shared.Moderator);

        Assert.Equal(Refusal.AlreadyDecided, await one.Refused(rejection.BoundToContent(), shared.Moderator));
        await one.Accepted(publication.BoundToContent(), shared.Moderator);
        Assert.Single((await one.Grain.View(shared.Moderator))!.Standings);
    }
}
