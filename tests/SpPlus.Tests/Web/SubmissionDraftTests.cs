using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Submission;
using Xunit;

namespace SpPlus.Tests.Web;

public sealed class SubmissionDraftTests
{
    private static readonly (StructureId Service, string Channel) Phone = (StructureId.Parse("caf-gironde"), "phone");

    private static readonly SubmissionDraft Full = SubmissionDraft.New("banniere", ["caf-gironde", "sip-merignac"]) with
    {
        UnknownService = true,
        Title = " Deux fois la même démarche",
        Story = "\nUne ligne, puis une autre :\n\n« fin » <b>",
        Day = "24",
        Month = "9",
        Year = "2026",
        Department = "33",
        Country = "BE",
        Procedure = "Changement d’adresse",
        Pseudonym = "Galet",
        Channels = [Phone],
        ChannelFeelings = ImmutableDictionary<(StructureId Service, string Channel), string>.Empty.Add(Phone, "Negative"),
        Feeling = "Neutral",
        Email = "pas une adresse",
    };

    [Theory]
    [InlineData(SubmissionStep.Service)]
    [InlineData(SubmissionStep.Story)]
    [InlineData(SubmissionStep.Contacts)]
    [InlineData(SubmissionStep.Check)]
    public async Task What_a_step_does_not_ask_travels_with_it(SubmissionStep step)
    {
        var read = SubmissionDraft.Of(await FormOf.Fields(Full.CarriedThrough(step)));
        Assert.Equal(Full.CarriedThrough(step), read.CarriedThrough(step));
        Assert.Equal(Full.Key, read.Key);
    }

    [Fact]
    public async Task The_same_form_is_the_same_operation_and_another_form_is_not()
    {
        var fields = Full.CarriedThrough(SubmissionStep.Check).ToArray();
        var (first, again) = (SubmissionDraft.Of(await FormOf.Fields(fields)), SubmissionDraft.Of(await FormOf.Fields(fields)));
        Assert.Equal(SubmissionCommand.From(first).OperationId, SubmissionCommand.From(again).OperationId);
        Assert.Equal(SubmissionCommand.From(first).TrackingToken, SubmissionCommand.From(again).TrackingToken);
        Assert.NotEqual(SubmissionDraft.New(null, []).Key, SubmissionDraft.New(null, []).Key);
    }

    [Fact]
    public async Task A_forged_key_is_replaced_and_nothing_else_is_lost()
    {
        var read = SubmissionDraft.Of(await FormOf.Fields(Full.CarriedThrough(SubmissionStep.Check).Where(f => f.Name != "cle").Append(("cle", "court"))));
        Assert.NotEqual("court", read.Key);
        Assert.Equal(Full.Story, read.Story);
    }

    [Fact]
    public void A_channel_that_was_unticked_is_not_sent()
    {
        Assert.Equal(Feeling.Negative, SubmissionCommand.From(Full).Services[0].Channels.Single().Feeling);
        Assert.Empty(SubmissionCommand.From(Full with { Channels = [] }).Services[0].Channels);
    }

    [Fact]
    public void A_campaign_too_long_to_keep_does_not_stop_anybody() =>
        Assert.Equal(60, SubmissionDraft.New(new string('x', 300), []).Campaign!.Length);

    [Fact]
    public void A_campaign_is_not_cut_within_a_character() =>
        Assert.Equal(new string('x', 59), SubmissionDraft.New(new string('x', 59) + "\uD83D\uDC1D", []).Campaign);

    [Theory]
    [InlineData("31", "2", "2026")]
    [InlineData("0", "1", "2026")]
    [InlineData("1", "13", "2026")]
    [InlineData("1", "1", "26")]
    [InlineData("-1", "1", "2026")]
    [InlineData("un", "1", "2026")]
    [InlineData(null, "1", "2026")]
    public void What_is_not_a_day_is_none(string? day, string month, string year) =>
        Assert.Null(SubmissionCheck.DateOf(Full with { Day = day, Month = month, Year = year }));
}
