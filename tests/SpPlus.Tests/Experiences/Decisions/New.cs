using SpPlus.Contracts.Experiences;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.Experiences.Decisions;

/// <summary>Well-formed commands, each with an operation of its own.</summary>
internal static class New
{
    public static SubmitExperience Submission() => new()
    {
        OperationId = Guid.NewGuid(), Title = An.Sent.Title, Story = An.Sent.Story, ContactDate = new(2026, 2, 20), Department = "33",
        Feeling = Feeling.Negative, TrackingToken = An.Token,
    };

    public static PublishExperience Publication(params string[] structures) =>
        new() { OperationId = Guid.NewGuid(), Structures = [.. structures.Select(Id)] };

    public static PublishExperienceAfterModeration ModeratedPublication(params string[] structures) => new()
    {
        OperationId = Guid.NewGuid(), Structures = [.. structures.Select(Id)], Title = An.Sent.Title, Story = An.Sent.Story, Words = "Un nom a été masqué.",
    };

    public static RejectExperience Reject() => new() { OperationId = Guid.NewGuid(), Reason = "offensive" };

    public static UnpublishExperience Unpublication() => new() { OperationId = Guid.NewGuid(), Reason = "Signalée" };

    public static ReportExperience Report(string? words = "On y lit mon nom.") =>
        new() { OperationId = Guid.NewGuid(), Reason = "personal-data", Words = words };

    public static DismissReports Dismissal(int upTo) => new() { OperationId = Guid.NewGuid(), UpTo = upTo };

    public static GiveStandingResponse StandingResponse(string text = "Le service était en panne le 3 mars ; il est rétabli.") =>
        new() { OperationId = Guid.NewGuid(), Response = An.Text(text) };

    public static RouteExperience Routing(int version, params string[] structures) =>
        new() { OperationId = Guid.NewGuid(), ExpectedVersion = version, Structures = [.. structures.Select(Id)] };

    public static ReplaceStructure Replacement(string structure, string by) =>
        new() { OperationId = Guid.NewGuid(), Structure = Id(structure), By = Id(by) };

    public static DeclareNotConcerned NotConcerned(string structure, int version) =>
        new() { OperationId = Guid.NewGuid(), Structure = Id(structure), ExpectedVersion = version, Reason = "Autre département" };

    public static SaveDraft Draft(string structure, int version, ResponseText? text = null) =>
        new() { OperationId = Guid.NewGuid(), Structure = Id(structure), ExpectedVersion = version, Response = text ?? An.Text() };

    public static RequestValidation Validation(string structure, int version, ResponseText? text = null) =>
        new() { OperationId = Guid.NewGuid(), Structure = Id(structure), ExpectedVersion = version, Response = text ?? An.Text() };

    public static SendBackResponse SendBack(string structure, int version) =>
        new() { OperationId = Guid.NewGuid(), Structure = Id(structure), ExpectedVersion = version, Word = "Plus court" };

    public static PublishResponse Response(string structure, int version, ResponseText? text = null) =>
        new() { OperationId = Guid.NewGuid(), Structure = Id(structure), ExpectedVersion = version, Response = text ?? An.Text() };

    public static AdoptResponse Adoption(string structure, int version, string adopted, int adoptedVersion = 1) => new()
    {
        OperationId = Guid.NewGuid(), Structure = Id(structure), ExpectedVersion = version, Adopted = Id(adopted), AdoptedVersion = adoptedVersion,
    };

    public static TakeBackResponse TakeBack(string structure, int version) =>
        new() { OperationId = Guid.NewGuid(), Structure = Id(structure), ExpectedVersion = version };

    public static DeclareIntent Intent(string structure, Intent? intent = Contracts.Experiences.Intent.Answer, string? of = null) =>
        new() { OperationId = Guid.NewGuid(), Structure = Id(structure), Intent = intent, Of = of is null ? null : Id(of) };

    public static AssignResponse Assignment(string structure, string? subject) =>
        new() { OperationId = Guid.NewGuid(), Structure = Id(structure), Subject = subject };

    public static RequestTransfer Transfer(string structure, int version, string to, string reason = "Pas notre département") =>
        new() { OperationId = Guid.NewGuid(), Structure = Id(structure), ExpectedVersion = version, To = Id(to), Reason = reason };

    public static AcceptTransfer Acceptance(string structure, int version) =>
        new() { OperationId = Guid.NewGuid(), Structure = Id(structure), ExpectedVersion = version };

    public static RefuseTransfer TransferRefusal(string structure, int version) =>
        new() { OperationId = Guid.NewGuid(), Structure = Id(structure), ExpectedVersion = version, Reason = "C’est bien pour vous" };

    public static WithdrawTransfer TransferWithdrawal(string structure, int version) =>
        new() { OperationId = Guid.NewGuid(), Structure = Id(structure), ExpectedVersion = version };

    public static MaskComment Mask(int number) => new() { OperationId = Guid.NewGuid(), Number = number, Reason = "Un nom" };

    public static CommentOnExperience Comment(string text = "Qui répond ?") => new() { OperationId = Guid.NewGuid(), Text = text };

    public static EvaluateResponse Evaluation(string structure, bool useful = true) =>
        new() { OperationId = Guid.NewGuid(), Structure = Id(structure), Useful = useful };

    public static WithdrawExperience Withdraw() => new() { OperationId = Guid.NewGuid() };

    public static QualifyChannels Channels(string structure, int version, params string[] channels) => new()
    {
        OperationId = Guid.NewGuid(), Structure = Id(structure), ExpectedVersion = version,
        Channels = [.. channels.Select(c => new ChannelFeeling { Channel = c, Feeling = Feeling.Positive })],
    };

    public static QualifyGeneralTags GeneralTags(int version, params string[] tags) => new()
    {
        OperationId = Guid.NewGuid(), ExpectedVersion = version, Tags = [.. tags.Select(t => new TagFeeling { Tag = t, Feeling = Feeling.Negative })],
    };

    public static QualifyBusinessTags BusinessTags(string structure, int version, params string[] tags) =>
        new() { OperationId = Guid.NewGuid(), Structure = Id(structure), ExpectedVersion = version, Tags = [.. tags] };

    public static NoteImprovements Improvements(string structure, int version, params string[] improvements) =>
        new() { OperationId = Guid.NewGuid(), Structure = Id(structure), ExpectedVersion = version, Improvements = [.. improvements] };
}
