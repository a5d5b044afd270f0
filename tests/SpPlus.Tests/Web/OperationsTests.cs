using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Web.Forms;
using Xunit;

namespace SpPlus.Tests.Web;

public sealed class OperationsTests
{
    private static readonly SaveDraft Draft = new()
    {
        OperationId = new("6f1ed2a4-0a8e-4a52-9c5c-6d2b6a0d5a11"),
        Structure = StructureId.Parse("caf-gironde"),
        ExpectedVersion = 2,
        Response = new() { Courtesy = "Bonjour,", Text = "Votre dossier est retrouvé.", Signature = "La Caf" },
    };

    [Fact]
    public void A_text_corrected_after_an_unknown_outcome_is_saved_and_does_not_pass_for_the_first()
    {
        Assert.Equal(Draft.BoundToContent(), (Draft with { Response = Draft.Response with { } }).BoundToContent());
        Assert.NotEqual(
            Draft.BoundToContent().OperationId,
            (Draft with { Response = Draft.Response with { Text = "Votre dossier est complet." } }).BoundToContent().OperationId);
    }

    [Fact]
    public void The_same_words_for_another_command_are_another_operation()
    {
        var publication = new PublishResponse
        {
            OperationId = Draft.OperationId, Structure = Draft.Structure, ExpectedVersion = Draft.ExpectedVersion, Response = Draft.Response,
        };
        Assert.NotEqual(Draft.BoundToContent().OperationId, publication.BoundToContent().OperationId);
    }
}
