using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using Xunit;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.Reports;

public sealed class ReportDecisionTests
{
    private static readonly An Public = An.Experience.Published("caf-gironde");

    [Fact]
    public void Words_are_kept_for_the_first_fifty_that_wait_and_the_others_are_counted()
    {
        Assert.Equal("On y lit mon nom.", Fact(Public.Reported(ReportDecisions.WordsKept - 1)).Words);
        Assert.Null(Fact(Public.Reported(ReportDecisions.WordsKept)).Words);
        Assert.Equal(ReportDecisions.WordsKept + 1, Fact(Public.Reported(ReportDecisions.WordsKept)).Number);
    }

    [Fact]
    public void A_flood_is_accepted_and_records_nothing_more()
    {
        var flooded = Public.Reported(ReportDecisions.Counted).Decide(New.Report(), account: null);
        Assert.Null(flooded.Refused);
        Assert.Empty(flooded.Facts);
    }

    [Fact]
    public void Once_closed_they_make_room_for_others()
    {
        var closed = Public.Reported(ReportDecisions.Counted).Then(New.Dismissal(ReportDecisions.Counted), Public.By(Moderator));
        Assert.Equal("On y lit mon nom.", Fact(closed).Words);
    }

    [Fact]
    public void What_came_after_the_moderator_looked_stays_open()
    {
        var closed = Public.Reported(3).Then(New.Dismissal(2), Public.By(Moderator));
        Assert.Equal(1, closed.State.OpenReports);
        Assert.Equal(Refusal.NothingChanged, closed.Refusal(New.Dismissal(2), Moderator));
        Assert.Equal(0, closed.Then(New.Dismissal(int.MaxValue), Public.By(Moderator)).State.OpenReports);
    }

    [Fact]
    public void Unpublishing_and_withdrawing_close_them()
    {
        Assert.Equal(0, Public.Reported(3).Unpublished().State.OpenReports);
        Assert.Equal(0, Public.Reported(3).Withdrawn().State.OpenReports);
    }

    [Theory]
    [InlineData("", "Missing")]
    [InlineData("no-such-reason", "Unknown")]
    public void A_reason_is_one_of_the_list(string reason, string problem) =>
        Assert.Equal(problem, Assert.Single(Public.Decide(New.Report() with { Reason = reason }, account: null).Refused!.Errors).Problem.ToString());

    [Fact]
    public void Words_have_an_end()
    {
        Assert.Equal(Refusal.None, Public.Refusal(New.Report(new('a', 500)), account: null));
        Assert.Equal(FieldProblem.TooLong, Assert.Single(Public.Decide(New.Report(new('a', 501)), account: null).Refused!.Errors).Problem);
    }

    private static ExperienceReported Fact(An an) => (ExperienceReported)Assert.Single(an.Decide(New.Report(), account: null).Facts);
}
