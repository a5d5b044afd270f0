using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Privacy.Erasure;

/// <summary>
/// What is left of a fact once its words are erased: that it happened, who did it and when, about which structures. The state folds to
/// the same from these as from the facts that they replace, since a withdrawal and an erasure take the same words from the state.
/// </summary>
internal static class ErasedFacts
{
    private static readonly ResponseText NoText = new() { Text = "" };

    /// <summary>Null for a fact of a kind that holds no such words.</summary>
    public static Fact? Of(Fact fact, Reach reach) => fact switch
    {
        ExperiencePublished f => f with { Title = "", Story = "", Pseudonym = null, Procedure = null, Words = null },
        ExperienceRejected f => f with { Words = null },
        ResponseEvaluated f => f with { Words = null },
        ExperienceReported f => f with { Words = null },
        ReportsDismissed f => f with { Words = null },
        _ when reach < Reach.EveryWord => null,
        ExperienceUnpublished f => f with { Reason = "" },
        StructureNotConcerned f => f with { Reason = "" },
        DraftSaved f => f with { Response = Without(f.Response) },
        ValidationRequested f => f with { Response = Without(f.Response) },
        ResponsePublished f => f with { Response = Without(f.Response) },
        PublicationScheduled { Response: { } text } f => f with { Response = Without(text) },
        ResponseSentBack f => f with { Word = "" },
        TransferRequested f => f with { Reason = "" },
        TransferRefused f => f with { Reason = "" },
        CommentAdded f => f with { Text = "" },
        CommentMasked f => f with { Reason = "" },
        ImprovementsNoted f => f with { Words = null },
        _ => null,
    };

    /// <summary>Which response it completes says nothing of the author.</summary>
    public static ResponseText Without(ResponseText text) => NoText with { Complements = text.Complements };
}
