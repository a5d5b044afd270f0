using System.Globalization;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Submission;

internal static class SubmissionCommand
{
    /// <summary>
    /// A draft that passed every step. The same draft sent again is the same operation, in whatever language (SUBMIT-3); corrected
    /// after it was sent, it is another one, and refused rather than passed over.
    /// </summary>
    public static SubmitExperience From(SubmissionDraft draft) => Content(draft).BoundToContent() with
    {
        Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "fr",
    };

    private static SubmitExperience Content(SubmissionDraft draft) => new()
    {
        OperationId = SubmissionKey.OperationId(draft.Key),
        TrackingToken = TrackingToken.FromSubmissionKey(draft.Key),
        Title = draft.Title ?? "",
        Story = draft.Story ?? "",
        ContactDate = SubmissionCheck.DateOf(draft) ?? default,
        Department = draft.Department,
        Country = draft.Country,
        Services = [.. draft.Services.Select(service => new ServiceConcerned { Structure = service, Channels = [.. ChannelsOf(draft, service)] })],
        Feeling = SubmissionCheck.FeelingOf(draft.Feeling) ?? default,
        Procedure = draft.Procedure,
        Pseudonym = draft.Pseudonym,
        Email = draft.Email,
        Campaign = draft.Campaign,
    };

    public static IEnumerable<ChannelFeeling> ChannelsOf(SubmissionDraft draft, Contracts.Structures.StructureId service) => draft.Channels
        .Where(channel => channel.Service == service)
        .Order()
        .Select(channel => new ChannelFeeling
        {
            Channel = channel.Channel,
            Feeling = SubmissionCheck.FeelingOf(draft.ChannelFeelings.GetValueOrDefault(channel)),
        });
}
