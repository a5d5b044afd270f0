using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Accounts;
using Xunit;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.Experiences.Decisions;

public sealed class QualificationAndEvaluationTests
{
    private const string Caf = "caf-gironde";
    private static readonly Account Agent = Account(Profile.Agent, Caf);
    private static readonly An Published = An.Experience.Published(Caf, "cpam-gironde");

    private static readonly string[] Blocks = ["channels", "general tags", "business tags", "improvements"];

    [Theory]
    [InlineData("channels")]
    [InlineData("general tags")]
    [InlineData("business tags")]
    [InlineData("improvements")]
    public void A_block_saved_from_an_old_page_is_refused_with_the_current_version_and_the_other_blocks_are_not(string block)
    {
        var saved = Published.Then(Block(block, 0), Published.By(Agent));
        var refused = saved.Decide(Block(block, 0), Agent).Refused!;
        Assert.Equal((Refusal.StaleVersion, 1), (refused.Refusal, refused.Version));
        Assert.Equal(Refusal.None, saved.Refusal(Block(block, 1), Agent));
        Assert.All(Blocks.Where(b => b != block), other => Assert.Equal(Refusal.None, saved.Refusal(Block(other, 0), Agent)));
    }

    [Fact]
    public void Tags_and_channels_come_from_the_lists_and_business_tags_from_the_networks_own()
    {
        Assert.Equal(Refusal.Invalid, Published.Refusal(New.Channels(Caf, 0, "telepathy"), Agent));
        Assert.Equal(Refusal.Invalid, Published.Refusal(New.Channels(Caf, 0, "phone", "phone"), Agent));
        Assert.Equal(Refusal.Invalid, Published.Refusal(New.GeneralTags(0, "unheard-of"), Agent));
        Assert.Equal(Refusal.Invalid, Published.Refusal(New.Improvements(Caf, 0, "unheard-of"), Agent));
        Assert.Equal(Refusal.Invalid, Published.Refusal(
            New.BusinessTags("cpam-gironde", 0, "cnaf-income-support"), Account(Profile.Agent, "cpam-gironde")));
        Assert.Equal(Refusal.None, Published.Refusal(New.BusinessTags(Caf, 0, "cnaf-income-support"), Agent));
    }

    [Fact]
    public void A_feeling_that_does_not_exist_is_refused()
    {
        Assert.Equal(Refusal.Invalid, Published.Refusal(
            New.GeneralTags(0) with { Tags = [new() { Tag = "accessibility", Feeling = (Feeling)9 }] }, Agent));
        Assert.Equal(Refusal.Invalid, Published.Refusal(
            New.Channels(Caf, 0) with { Channels = [new() { Channel = "phone", Feeling = (Feeling)9 }] }, Agent));
    }

    [Fact]
    public void An_evaluation_may_be_changed_for_thirty_days_from_the_first()
    {
        var evaluated = An.Experience.Published(Caf).AnsweredBy(Caf).After(TimeSpan.FromDays(100)).EvaluatedBy(Caf);
        var changed = evaluated.After(TimeSpan.FromDays(29)).EvaluatedBy(Caf);
        Assert.Equal(Refusal.None, evaluated.Refusal(New.Evaluation(Caf), evaluated.ByAuthor()));
        Assert.Equal(Refusal.None, changed.Refusal(New.Evaluation(Caf), changed.ByAuthor()));
        var late = changed.After(TimeSpan.FromDays(1));
        Assert.Equal(Refusal.TooLate, late.Refusal(New.Evaluation(Caf), late.ByAuthor()));
        var justBefore = changed.After(TimeSpan.FromDays(1) - TimeSpan.FromTicks(1));
        Assert.Equal(Refusal.None, justBefore.Refusal(New.Evaluation(Caf), justBefore.ByAuthor()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Clarity_goes_from_one_to_five(int clarity)
    {
        var answered = An.Experience.Published(Caf).AnsweredBy(Caf);
        Assert.Equal(Refusal.Invalid, answered.Refusal(New.Evaluation(Caf) with { Clarity = clarity }, answered.ByAuthor()));
    }

    private static ExperienceCommand Block(string block, int version) => block switch
    {
        "channels" => New.Channels(Caf, version, "phone"),
        "general tags" => New.GeneralTags(version, "accessibility"),
        "business tags" => New.BusinessTags(Caf, version, "cnaf-income-support"),
        _ => New.Improvements(Caf, version, "shorten-delays"),
    };
}
