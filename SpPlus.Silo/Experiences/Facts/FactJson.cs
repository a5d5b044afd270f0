using System.Text.Json.Serialization;

namespace SpPlus.Silo.Experiences.Facts;

/// <summary>The shapes of facts and of the snapshot: source-generated, no nulls, enums by name. Use through <see cref="StoredJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(StructureIdJson), typeof(ExperienceIdJson)])]
[JsonSerializable(typeof(ExperienceSubmitted))]
[JsonSerializable(typeof(ExperiencePublished))]
[JsonSerializable(typeof(ExperienceRejected))]
[JsonSerializable(typeof(ExperienceUnpublished))]
[JsonSerializable(typeof(ExperienceReported))]
[JsonSerializable(typeof(ReportsDismissed))]
[JsonSerializable(typeof(AddressForgotten))]
[JsonSerializable(typeof(ExperienceWithdrawn))]
[JsonSerializable(typeof(StructureAttached))]
[JsonSerializable(typeof(StructureDetached))]
[JsonSerializable(typeof(StructureReplaced))]
[JsonSerializable(typeof(StructureNotConcerned))]
[JsonSerializable(typeof(DraftSaved))]
[JsonSerializable(typeof(ValidationRequested))]
[JsonSerializable(typeof(ResponseSentBack))]
[JsonSerializable(typeof(ResponsePublished))]
[JsonSerializable(typeof(ResponseAdopted))]
[JsonSerializable(typeof(ResponseEvaluated))]
[JsonSerializable(typeof(Kept.KeptTexts))]
[JsonSerializable(typeof(PublicationScheduled))]
[JsonSerializable(typeof(PublicationTakenBack))]
[JsonSerializable(typeof(IntentDeclared))]
[JsonSerializable(typeof(ResponseAssigned))]
[JsonSerializable(typeof(TransferRequested))]
[JsonSerializable(typeof(TransferAccepted))]
[JsonSerializable(typeof(TransferRefused))]
[JsonSerializable(typeof(TransferWithdrawn))]
[JsonSerializable(typeof(TransferExpired))]
[JsonSerializable(typeof(StructuresMentioned))]
[JsonSerializable(typeof(CommentMasked))]
[JsonSerializable(typeof(CommentAdded))]
[JsonSerializable(typeof(ChannelsQualified))]
[JsonSerializable(typeof(GeneralTagsQualified))]
[JsonSerializable(typeof(BusinessTagsQualified))]
[JsonSerializable(typeof(ImprovementsNoted))]
[JsonSerializable(typeof(Experience))]
[JsonSerializable(typeof(ExperienceSnapshot))]
[JsonSerializable(typeof(Privacy.SealedState))]
internal sealed partial class FactJson : JsonSerializerContext;
