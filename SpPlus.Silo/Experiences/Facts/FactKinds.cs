using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SpPlus.Silo.Experiences.Facts;

/// <summary>The name each kind of fact is stored under. A name is never reused for another shape.</summary>
internal static class FactKinds
{
    private const string EscapedNul = @"\u0000";

    private static readonly (string Name, Type Type)[] All =
    [
        ("experience-submitted", typeof(ExperienceSubmitted)),
        ("experience-published", typeof(ExperiencePublished)),
        ("experience-rejected", typeof(ExperienceRejected)),
        ("experience-unpublished", typeof(ExperienceUnpublished)),
        ("experience-reported", typeof(ExperienceReported)),
        ("reports-dismissed", typeof(ReportsDismissed)),
        ("address-forgotten", typeof(AddressForgotten)),
        ("experience-withdrawn", typeof(ExperienceWithdrawn)),
        ("address-changed", typeof(AddressChanged)),
        ("erasure-asked", typeof(ErasureAsked)),
        ("words-erased", typeof(WordsErased)),
        ("structure-attached", typeof(StructureAttached)),
        ("structure-detached", typeof(StructureDetached)),
        ("structure-replaced", typeof(StructureReplaced)),
        ("structure-not-concerned", typeof(StructureNotConcerned)),
        ("draft-saved", typeof(DraftSaved)),
        ("validation-requested", typeof(ValidationRequested)),
        ("response-sent-back", typeof(ResponseSentBack)),
        ("response-published", typeof(ResponsePublished)),
        ("response-adopted", typeof(ResponseAdopted)),
        ("response-evaluated", typeof(ResponseEvaluated)),
        ("publication-scheduled", typeof(PublicationScheduled)),
        ("publication-taken-back", typeof(PublicationTakenBack)),
        ("intent-declared", typeof(IntentDeclared)),
        ("response-assigned", typeof(ResponseAssigned)),
        ("transfer-requested", typeof(TransferRequested)),
        ("transfer-accepted", typeof(TransferAccepted)),
        ("transfer-refused", typeof(TransferRefused)),
        ("transfer-withdrawn", typeof(TransferWithdrawn)),
        ("transfer-expired", typeof(TransferExpired)),
        (CommentAddedName, typeof(CommentAdded)),
        ("structures-mentioned", typeof(StructuresMentioned)),
        ("comment-masked", typeof(CommentMasked)),
        ("channels-qualified", typeof(ChannelsQualified)),
        ("general-tags-qualified", typeof(GeneralTagsQualified)),
        ("business-tags-qualified", typeof(BusinessTagsQualified)),
        ("improvements-noted", typeof(ImprovementsNoted)),
        ("improvement-action-published", typeof(ImprovementActionPublished)),
        ("improvement-action-amended", typeof(ImprovementActionAmended)),
        ("improvement-action-done", typeof(ImprovementActionDone)),
        ("experiences-tied", typeof(ExperiencesTied)),
        ("improvement-action-tied", typeof(ImprovementActionTied)),
        ("improvement-action-evaluated", typeof(ImprovementActionEvaluated)),
    ];

    private static readonly FrozenDictionary<Type, string> Names = All.ToFrozenDictionary(k => k.Type, k => k.Name);

    private static readonly FrozenDictionary<string, JsonTypeInfo> Shapes =
        All.ToFrozenDictionary(k => k.Name, k => StoredJson.Context.GetTypeInfo(k.Type)!);

    public const string CommentAddedName = "comment-added";

    public static IEnumerable<string> Stored => Shapes.Keys;

    public static string[] NamesOf(params Type[] facts) => [.. facts.Select(fact => Names[fact])];

    public static string NameOf(Fact fact) => Names[fact.GetType()];

    /// <summary>
    /// Throws for a NUL: the journal's column would take it, and everything that reads the fact would then be refused by PostgreSQL
    /// for ever. Leaving it out here would make the state that was decided another one than the state that is read again.
    /// </summary>
    public static string Write(Fact fact)
    {
        var body = JsonSerializer.Serialize(fact, Shapes[NameOf(fact)]);
        return HoldsNul(body) ? throw new UnstorableFactException(NameOf(fact)) : body;
    }

    /// <summary>Throws for a kind this build does not know: going on without a fact would show a wrong state.</summary>
    public static Fact Read(string kind, string body) =>
        Shapes.TryGetValue(kind, out var shape)
            ? (Fact)JsonSerializer.Deserialize(body, shape)!
            : throw new NotSupportedException($"Facts of kind '{kind}' were written by a newer version.");

    private static bool HoldsNul(string body)
    {
        for (var at = body.IndexOf(EscapedNul, StringComparison.Ordinal); at >= 0; at = body.IndexOf(EscapedNul, at + 1, StringComparison.Ordinal))
        {
            // Behind a backslash that is itself escaped it is text about escapes.
            var first = at;
            while (body[first - 1] == '\\') first--;
            if ((at - first) % 2 == 0) return true;
        }

        return false;
    }
}
