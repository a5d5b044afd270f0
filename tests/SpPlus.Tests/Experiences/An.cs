using System.Collections.Immutable;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Privacy;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.Experiences;

/// <summary><c>An.Experience.Published("caf-gironde").AnsweredBy("caf-gironde")</c>: a past, told as what happened.</summary>
internal sealed record An
{
    public const string Token = "a-tracking-token-of-a-good-length";
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    public static readonly SentText Sent = new()
    {
        Title = "Un long silence", Story = "J’ai écrit trois fois sans recevoir la moindre réponse de la part du service.",
    };

    private static readonly ExperienceId Id = ExperienceId.From("an experience under test");

    /// <summary>Submitted, and nothing more.</summary>
    public static An Experience { get; } = new An().With(Actor.Author, new ExperienceSubmitted
    {
        ContactDate = new(2026, 2, 20), Department = "33", Feeling = Feeling.Negative, Language = "fr", HasAddress = true,
        TrackingTokenHash = TrackingToken.Hash(Token),
    });

    /// <summary>Nobody has submitted it.</summary>
    public static An UnknownExperience { get; } = new();

    public Experience State { get; private init; } = Silo.Experiences.Experience.None;

    public ImmutableList<Recorded> Facts { get; private init; } = [];

    public DateTimeOffset Now { get; private init; } = Start;

    /// <summary>Zero unless the test is about it: what is published is public at once.</summary>
    public TimeSpan UndoWindow { get; init; }

    /// <summary>The account that a command names.</summary>
    public Account? Colleague { get; init; }

    public static ResponseText Text(string text = "Nous avons retrouvé votre dossier.", string? complements = null) => new()
    {
        Courtesy = "Bonjour,", Text = text, Complements = complements is null ? null : TestReference.Id(complements),
    };

    public An Published(params string[] structures) => structures.Aggregate(
        With(Moderator.AsActor(), new ExperiencePublished { Title = Sent.Title, Story = Sent.Story, Moderated = false }),
        (an, s) => an.With(Moderator.AsActor(), new StructureAttached { Structure = TestReference.Id(s) }));

    public An Rejected() => With(Moderator.AsActor(), new ExperienceRejected { Reason = "offensive" });

    public An Unpublished() => With(Moderator.AsActor(), new ExperienceUnpublished { Reason = "Signalée" });

    public An Withdrawn() => With(Actor.Author, new ExperienceWithdrawn());

    public An DraftedBy(string structure, Account? by = null, string text = "Brouillon") =>
        With(Of(by, structure), new DraftSaved { Structure = TestReference.Id(structure), Response = Text(text) });

    public An AwaitingValidation(string structure, Account? by = null, string text = "À valider") =>
        With(Of(by, structure), new ValidationRequested { Structure = TestReference.Id(structure), Response = Text(text) });

    public An SentBack(string structure, Account? by = null, string word = "Plus court") =>
        With(Of(by, structure), new ResponseSentBack { Structure = TestReference.Id(structure), Word = word });

    public An AnsweredBy(string structure, Account? by = null) =>
        With(Of(by, structure), new ResponsePublished { Structure = TestReference.Id(structure), Version = 1, Response = Text() });

    public An AdoptedBy(string structure, string adopted) => With(Of(null, structure), new ResponseAdopted
    {
        Structure = TestReference.Id(structure), Adopted = TestReference.Id(adopted), AdoptedVersion = 1,
    });

    public An PublishingBy(string structure, Account? by = null, TimeSpan? window = null, string text = "Nous avons retrouvé votre dossier.") =>
        With(Of(by, structure), new PublicationScheduled
        {
            Structure = TestReference.Id(structure), ClosesAt = Now + (window ?? TimeSpan.FromMinutes(10)), Response = Text(text),
            Version = (State.StandingOf(TestReference.Id(structure))?.Published?.Version ?? 0) + 1,
        });

    public An AskedToTransfer(string structure, string to, string? approver = null) => With(Of(null, structure), new TransferRequested
    {
        Structure = TestReference.Id(structure), To = TestReference.Id(to), Reason = "Pas notre département", ExpiresAt = Now.AddDays(5),
        Approver = approver is null ? null : TestReference.Id(approver),
    });

    public An NotConcerned(string structure) =>
        With(Of(null, structure), new StructureNotConcerned { Structure = TestReference.Id(structure), Reason = "Autre département" });

    public An EvaluatedBy(string structure) =>
        With(Actor.Author, new ResponseEvaluated { Structure = TestReference.Id(structure), Useful = true });

    public An Reported(int times = 1) => Enumerable.Range(0, times).Aggregate(
        this, (an, _) => an.With(Actor.Visitor, new ExperienceReported { Number = an.State.Reports + 1, Reason = "untrue", Words = "C’est faux." }));

    public An Commented(string structure, string text = "Qui répond ?") => With(Of(null, structure), new CommentAdded { Text = text });

    /// <summary>As it stands in a state made elsewhere.</summary>
    public An At(Experience state) => this with { State = state };

    public An After(TimeSpan time) => this with { Now = Now + time };

    public An With(Actor actor, params ReadOnlySpan<Fact> facts)
    {
        var (an, operation) = (this, Guid.NewGuid());
        foreach (var fact in facts)
        {
            var recorded = new Recorded
            {
                Stream = Id, Sequence = an.State.Sequence + 1, OperationId = operation, Actor = actor, HappenedAt = Now,
                RecordedAt = Now, Fact = fact,
            };
            an = an with { State = Fold.Apply(an.State, recorded), Facts = an.Facts.Add(recorded) };
        }

        return an;
    }

    public DecisionContext By(Account? account) => new()
    {
        Now = Now, Account = account, Reference = Book, SentText = account is { IsSteward: true } ? Sent : null,
        DefaultUndoWindow = UndoWindow, Named = Colleague,
    };

    public DecisionContext ByAuthor(string token = Token) => new()
    {
        Now = Now, TrackingTokenHash = TrackingToken.Hash(token), Reference = Book,
    };

    public Decision Decide(ExperienceCommand command, DecisionContext context) => Silo.Experiences.Decisions.Decide.For(State, command, context);

    public Decision Decide(ExperienceCommand command, Account? account) => Decide(command, By(account));

    /// <summary>The refusal, or none.</summary>
    public Refusal Refusal(ExperienceCommand command, DecisionContext context) =>
        Decide(command, context).Refused?.Refusal ?? Contracts.Experiences.Refusal.None;

    public Refusal Refusal(ExperienceCommand command, Account? account) => Refusal(command, By(account));

    /// <summary>The past, and what the command adds to it; itself when refused.</summary>
    public An Then(ExperienceCommand command, DecisionContext context)
    {
        var decision = Decide(command, context);
        return With(context.Account?.AsActor() ?? Actor.Author, decision.Facts.AsSpan());
    }

    public int VersionOf(string structure) => State.StandingOf(TestReference.Id(structure))?.Version ?? 0;

    private static Actor Of(Account? by, string structure) => (by ?? Account(Profile.Agent, structure)).AsActor();
}
