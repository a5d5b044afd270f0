using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Tests.Experiences;
using SpPlus.Tests.Experiences.Decisions;
using Xunit;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.Incidents;

public sealed class StandingResponseDecisionTests
{
    private const string Caf = "caf-gironde";
    private const string Hors = "hors-structures";

    private static readonly An Public = An.Experience.Published(Caf) with { UndoWindow = TimeSpan.FromMinutes(10) };

    [Fact]
    public void The_DITP_becomes_concerned_and_its_response_is_public_at_once()
    {
        var given = Public.Then(New.StandingResponse(), Public.By(Moderator)).State;
        Assert.Equal((ResponseStatus.Published, 1), (given.StandingOf(Id(Hors))!.Status, given.StandingOf(Id(Hors))!.Published!.Version));
        Assert.Null(given.StandingOf(Id(Hors))!.Pending);
    }

    [Fact]
    public void Those_that_are_awaited_stay_awaited()
    {
        var given = Public.Then(New.StandingResponse(), Public.By(Moderator)).State;
        Assert.Equal((ResponseStatus.ToDo, AnswerStatus.Partial), (given.StandingOf(Id(Caf))!.Status, given.AnswerStatus()));
        Assert.Null(given.StandingOf(Id(Caf))!.AnsweredAt);
    }

    [Fact]
    public void Where_the_DITP_alone_is_concerned_the_experience_is_answered() =>
        Assert.Equal(AnswerStatus.Answered, OnItsOwn.Then(New.StandingResponse(), OnItsOwn.By(Moderator)).State.AnswerStatus());

    [Fact]
    public void An_author_is_told_once()
    {
        Assert.Equal(Refusal.AlreadyAnswered, OnItsOwn.AnsweredBy(Hors).Refusal(New.StandingResponse(), Moderator));
        Assert.Equal(Refusal.AlreadyAnswered, Public.Then(New.StandingResponse(), Public.By(Moderator)).Refusal(New.StandingResponse(), Moderator));
    }

    [Fact]
    public void What_somebody_is_writing_is_not_lost()
    {
        Assert.Equal(Refusal.AlreadyConcerned, OnItsOwn.DraftedBy(Hors, Moderator).Refusal(New.StandingResponse(), Moderator));
        Assert.Equal(Refusal.AlreadyConcerned, OnItsOwn.PublishingBy(Hors, Moderator).Refusal(New.StandingResponse(), Moderator));
        Assert.Equal(Refusal.AlreadyConcerned, OnItsOwn.AskedToTransfer(Hors, Caf).Refusal(New.StandingResponse(), Moderator));
    }

    [Fact]
    public void What_is_not_public_is_left_alone()
    {
        foreach (var an in new[] { An.Experience, An.Experience.Rejected(), Public.Unpublished(), Public.Withdrawn() })
            Assert.Equal(Refusal.WrongStatus, an.Refusal(New.StandingResponse(), Moderator));
        Assert.Equal(Refusal.NotFound, An.UnknownExperience.Refusal(New.StandingResponse(), Moderator));
    }

    [Fact]
    public void Personal_data_that_nobody_looked_at_is_refused()
    {
        var command = New.StandingResponse("Appelez le 06 12 34 56 78.");
        Assert.Equal("06 12 34 56 78", Assert.Single(Public.Decide(command, Moderator).Refused!.Marks).Passage);
        Assert.Equal(Refusal.None, Public.Refusal(command with { Reviewed = ["06 12 34 56 78"] }, Moderator));
    }

    [Fact]
    public void Its_parts_are_of_the_lists_and_it_is_shown_under_no_other()
    {
        var command = New.StandingResponse();
        Assert.Equal(Refusal.Invalid, Public.Refusal(command with { Response = command.Response with { Signature = "Inventée" } }, Moderator));
        Assert.Equal(Refusal.Invalid, Public.Refusal(New.StandingResponse(" \u200b "), Moderator));
        var given = Public.Decide(command with { Response = command.Response with { Complements = Id(Caf) } }, Moderator).Facts.OfType<ResponsePublished>();
        Assert.Null(Assert.Single(given).Response.Complements);
    }

    private static An OnItsOwn => An.Experience.Published(Hors);
}
