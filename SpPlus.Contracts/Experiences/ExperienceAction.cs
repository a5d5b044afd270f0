namespace SpPlus.Contracts.Experiences;

/// <summary>What a caller may do to an experience, or for one of its structures: decided in the silo, shown by the pages.</summary>
[Flags, GenerateSerializer, Alias("spplus.experience-action")]
public enum ExperienceActions
{
    None = 0,
    Read = 1 << 0,
    Comment = 1 << 1,
    QualifyChannels = 1 << 2,
    QualifyGeneralTags = 1 << 3,
    QualifyBusinessTags = 1 << 4,
    NoteImprovements = 1 << 5,
    ReplaceStructure = 1 << 6,
    DeclareNotConcerned = 1 << 7,
    SaveDraft = 1 << 8,
    RequestValidation = 1 << 9,
    SendBack = 1 << 10,
    PublishResponse = 1 << 11,
    AdoptResponse = 1 << 12,
    Moderate = 1 << 13,
    Route = 1 << 14,
    Unpublish = 1 << 15,
    TakeBackResponse = 1 << 16,
    DeclareIntent = 1 << 17,
    AssignResponse = 1 << 18,
    RequestTransfer = 1 << 19,
    WithdrawTransfer = 1 << 20,

    /// <summary>Accept or refuse it (ROUTE-3, ROUTE-4).</summary>
    ResolveTransfer = 1 << 21,
    MaskComment = 1 << 22,
    DismissReports = 1 << 23,
    GiveStandingResponse = 1 << 24,
}
