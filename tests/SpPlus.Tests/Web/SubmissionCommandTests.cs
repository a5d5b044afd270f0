using System.Globalization;
using SpPlus.Web.Submission;
using Xunit;

namespace SpPlus.Tests.Web;

public sealed class SubmissionCommandTests
{
    private static readonly SubmissionDraft Draft = SubmissionDraft.New(null, ["caf-gironde"]) with
    {
        Title = "Deux fois la même démarche", Story = "Un récit.", Day = "24", Month = "9", Year = "2026", Department = "33", Feeling = "Negative",
    };

    [Fact]
    public void The_same_form_is_the_same_operation_in_every_language_and_a_corrected_one_is_another()
    {
        var sent = SubmissionCommand.From(Draft);

        Assert.Equal(sent.OperationId, SubmissionCommand.From(Draft with { Search = "autre chose" }).OperationId);
        Assert.Equal(sent.OperationId, InEnglish(Draft).OperationId);
        Assert.Equal("en", InEnglish(Draft).Language);
        Assert.NotEqual(sent.OperationId, SubmissionCommand.From(Draft with { Story = "Un récit, sans le numéro." }).OperationId);
        Assert.NotEqual(sent.OperationId, SubmissionCommand.From(Draft with { Email = "autre@exemple.fr" }).OperationId);
        Assert.NotEqual(sent.OperationId, SubmissionCommand.From(Draft with { Key = SubmissionDraft.New(null, []).Key }).OperationId);
        Assert.Equal(sent.TrackingToken, SubmissionCommand.From(Draft with { Story = "Corrigé." }).TrackingToken);
    }

    private static Contracts.Experiences.SubmitExperience InEnglish(SubmissionDraft draft)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new("en");
            return SubmissionCommand.From(draft);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
