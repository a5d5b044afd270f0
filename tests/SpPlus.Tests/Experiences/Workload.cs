using System.Collections.Immutable;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.ImprovementActions;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Decisions;
using SpPlus.Silo.Journal;

namespace SpPlus.Tests.Experiences;

/// <summary>
/// What many people might do to a few experiences, drawn from a seed: real commands through the real decisions, mostly well
/// informed, sometimes stale or misplaced.
/// </summary>
internal sealed class Workload(int seed, int experiences = 12)
{
    private static readonly ImmutableArray<StructureId> Structures =
    [
        .. new[]
        {
            "caf-gironde", "cnaf", "cpam-gironde", "drfip-gironde", "sip-libourne", "sip-arcachon", "prefecture-gironde",
            "sous-prefecture-blaye", "hors-structures", "france-travail",
        }.Select(TestReference.Id),
    ];

    private static readonly ImmutableArray<ImprovementActionId> Actions = [.. Enumerable.Range(0, 3).Select(i => ImprovementActionId.From($"workload {i}"))];

    private readonly Random random = new(seed);
    private readonly List<ExperienceId> ids = [.. Enumerable.Range(0, experiences).Select(i => ExperienceId.From($"workload {seed} {i}"))];
    private readonly Dictionary<ExperienceId, Experience> states = [];
    private DateTimeOffset now = An.Start;

    public IReadOnlyDictionary<ExperienceId, Experience> States => states;

    /// <summary>The next command that is not refused, as it goes to the journal; already folded into the state.</summary>
    public Append Next()
    {
        while (true)
        {
            now += TimeSpan.FromMicroseconds(random.Next(1, 400_000_000));
            var id = Pick(ids);
            // Another comes in the place of one that is over, so that there is always something to do.
            if (IsOver(states.GetValueOrDefault(id)) && random.Next(4) == 0)
                ids[ids.IndexOf(id)] = id = ExperienceId.From($"workload {seed} {states.Count} {id}");
            var experience = states.GetValueOrDefault(id, Experience.None);
            var (command, context) = Draw(experience);
            var decision = Decide.For(experience, command, context);
            if (decision.Facts.IsEmpty) continue;
            var append = new Append
            {
                Stream = id, AfterSequence = experience.Sequence, OperationId = command.OperationId,
                Actor = context.Account?.AsActor() ?? Actor.Author, HappenedAt = now, Facts = decision.Facts,
            };
            states[id] = append.Facts.Select((fact, i) => append.ToRecorded(i, fact)).Aggregate(experience, Fold.Apply);
            return append;
        }
    }

    private static bool IsOver(Experience? experience) =>
        experience?.Status is ExperienceStatus.Rejected or ExperienceStatus.Unpublished or ExperienceStatus.Withdrawn;

    private (ExperienceCommand Command, DecisionContext Context) Draw(Experience experience)
    {
        if (experience.Status is null) return (Submission(), Context(null));
        if (experience.Status == ExperienceStatus.Submitted) return (Moderation(), Context(TestReference.Moderator));
        return random.Next(20) switch
        {
            0 => (Routing(experience), Context(TestReference.Moderator)),
            1 => (Evaluation(experience), Context(null)),
            2 when random.Next(12) == 0 => (new UnpublishExperience { OperationId = NewOperation(), Reason = "Signalée" }, Context(TestReference.Moderator)),
            2 when random.Next(6) == 0 => (new ForgetAddress { OperationId = NewOperation() }, Context(null)),
            2 when random.Next(12) == 0 => (new WithdrawExperience { OperationId = NewOperation() }, Context(null)),
            4 when random.Next(4) == 0 => (new GiveStandingResponse { OperationId = NewOperation(), Response = An.Text("Une panne.") }, Context(TestReference.Moderator)),
            2 when random.Next(6) == 0 => (new EraseExperience { OperationId = NewOperation() }, Context(null)),
            4 when random.Next(2) == 0 => (new ReportExperience { OperationId = NewOperation(), Reason = "untrue", Words = random.Next(2) == 0 ? "Faux." : null }, Context(null)),
            5 when experience.OpenReports > 0 => (new DismissReports { OperationId = NewOperation(), UpTo = experience.Reports }, Context(TestReference.Moderator)),
            3 => (new SettleDeadlines { OperationId = NewOperation() }, Context(null)),
            4 when random.Next(3) == 0 => (Tie(experience), Context(null)),
            4 when random.Next(3) == 0 => (Answer(), Context(null)),
            < 8 => (Around(experience), Context(Somebody(experience))),
            _ => (ForAStructure(experience), Context(Somebody(experience))),
        };
    }

    private SubmitExperience Submission() => new()
    {
        OperationId = NewOperation(),
        Title = "Une démarche n° " + random.Next(1000),
        Story = "Un récit assez long pour être pris, avec « guillemets », \"citations\", \\ et emoji 👩‍👩‍👧, n° " + random.Next(1000),
        ContactDate = new(2026, 1, 1 + random.Next(28)),
        Department = "33",
        Feeling = (Feeling)random.Next(1, 4),
        Services = [.. Some(2).Select(s => new ServiceConcerned { Structure = s, Channels = Channels() })],
        Email = random.Next(2) == 0 ? "auteur@exemple.fr" : null,
        Pseudonym = random.Next(2) == 0 ? "Zoé" : null,
        TrackingToken = An.Token,
    };

    private ExperienceCommand Moderation() => random.Next(10) switch
    {
        0 => new RejectExperience { OperationId = NewOperation(), Reason = "offensive", Words = "Désolé." },
        < 4 => new PublishExperienceAfterModeration
        {
            OperationId = NewOperation(), Structures = Some(3), Title = "Titre modéré", Story = "Récit modéré […] par la DITP.", Words = "Un nom.",
        },
        _ => new PublishExperience { OperationId = NewOperation(), Structures = Some(4) },
    };

    private RouteExperience Routing(Experience experience) => new()
    {
        OperationId = NewOperation(),
        ExpectedVersion = experience.RoutingVersion,
        Structures = [.. experience.Standings.Where(s => s.IsAnswered || random.Next(2) == 0).Select(s => s.Structure).Concat(Some(2)).Distinct()],
    };

    private EvaluateResponse Evaluation(Experience experience) => new()
    {
        OperationId = NewOperation(), Structure = OneOf(experience), Useful = random.Next(2) == 0, Clarity = 1 + random.Next(5),
    };

    private TieAction Tie(Experience experience) => new()
    {
        OperationId = NewOperation(), Action = Pick(Actions), Structure = OneOf(experience), Title = "Une action n° " + random.Next(100),
        State = (ImprovementActionState)random.Next(1, 3), DoneOn = new(2026, 1, 1), By = Actor.System,
    };

    private EvaluateImprovementAction Answer() =>
        new() { OperationId = NewOperation(), Action = Pick(Actions), Answer = (ImprovementActionAnswer)random.Next(1, 4) };

    private ExperienceCommand ForAStructure(Experience experience)
    {
        var (structure, operation) = (OneOf(experience), NewOperation());
        var standing = experience.StandingOf(structure);
        var version = (standing?.Version ?? 0) - (random.Next(8) == 0 ? 1 : 0);
        var text = An.Text("Réponse n° " + random.Next(100), random.Next(4) == 0 ? OneOf(experience).Value : null);
        return random.Next(16) switch
        {
            0 => new ReplaceStructure { OperationId = operation, Structure = structure, By = Pick(Structures) },
            1 => new DeclareNotConcerned { OperationId = operation, Structure = structure, ExpectedVersion = version, Reason = "Non" },
            2 or 3 => new SaveDraft { OperationId = operation, Structure = structure, ExpectedVersion = version, Response = text },
            4 or 5 => new RequestValidation { OperationId = operation, Structure = structure, ExpectedVersion = version, Response = text },
            6 => new SendBackResponse { OperationId = operation, Structure = structure, ExpectedVersion = version, Word = "Encore" },
            7 or 8 => new PublishResponse
            {
                OperationId = operation, Structure = structure, ExpectedVersion = version, Response = standing?.Draft?.Response ?? text,
            },
            9 or 10 => new AdoptResponse
            {
                OperationId = operation, Structure = structure, ExpectedVersion = version, Adopted = OneOf(experience), AdoptedVersion = 1,
            },
            11 => new QualifyChannels
            {
                OperationId = operation, Structure = structure, ExpectedVersion = standing?.ChannelsVersion ?? 0, Channels = Channels(),
            },
            12 => new QualifyGeneralTags
            {
                OperationId = operation,
                ExpectedVersion = experience.GeneralTagsVersion,
                Tags = [.. TestReference.Book.Data.GeneralTags.Where(_ => random.Next(3) == 0).Select(t => new TagFeeling { Tag = t.Id, Feeling = Feeling.Neutral })],
            },
            13 => new QualifyBusinessTags
            {
                OperationId = operation, Structure = structure, ExpectedVersion = standing?.BusinessTagsVersion ?? 0, Tags = BusinessTags(structure),
            },
            14 => new NoteImprovements
            {
                OperationId = operation,
                Structure = structure,
                ExpectedVersion = standing?.ImprovementsVersion ?? 0,
                Improvements = [.. TestReference.Book.Data.Improvements.Where(_ => random.Next(3) == 0).Select(t => t.Id)],
                Words = "À revoir",
            },
            _ => new CommentOnExperience { OperationId = operation, Text = "Un mot, n° " + random.Next(100), Mentions = [TestReference.Id("ditp")] },
        };
    }

    /// <summary>What goes on around a response: who does it, until when it may be undone, whose it is.</summary>
    private ExperienceCommand Around(Experience experience)
    {
        var (structure, operation) = (OneOf(experience), NewOperation());
        var version = experience.StandingOf(structure)?.Version ?? 0;
        return random.Next(8) switch
        {
            0 => new DeclareIntent { OperationId = operation, Structure = structure, Intent = (Intent)random.Next(1, 5), Of = OneOf(experience) },
            1 => new AssignResponse { OperationId = operation, Structure = structure, Subject = random.Next(3) == 0 ? null : $"{structure}-{random.Next(3)}" },
            2 => new RequestTransfer { OperationId = operation, Structure = structure, ExpectedVersion = version, To = Pick(Structures), Reason = "Ailleurs" },
            3 => new AcceptTransfer { OperationId = operation, Structure = structure, ExpectedVersion = version },
            4 => new RefuseTransfer { OperationId = operation, Structure = structure, ExpectedVersion = version, Reason = "Non" },
            5 => new WithdrawTransfer { OperationId = operation, Structure = structure, ExpectedVersion = version },
            6 => new MaskComment { OperationId = operation, Number = random.Next(1, 4), Reason = "Un nom" },
            _ => new TakeBackResponse { OperationId = operation, Structure = structure, ExpectedVersion = version },
        };
    }

    private Account Somebody(Experience experience)
    {
        if (random.Next(10) == 0) return TestReference.Moderator;
        var structure = OneOf(experience);
        var place = random.Next(4) == 0 ? TestReference.Book.Structures.NetworkOf(structure) : structure;
        return TestReference.Account(Pick([Profile.Agent, Profile.SuperAgent, Profile.SuperAgent, Profile.Reader]), place.Value, $"{place}-{random.Next(3)}");
    }

    private ImmutableArray<string> BusinessTags(StructureId structure) =>
    [
        .. TestReference.Book.Data.Networks.Where(n => n.Id == TestReference.Book.Structures.NetworkOf(structure))
            .SelectMany(n => n.BusinessTags).Where(_ => random.Next(3) == 0).Select(t => t.Id),
    ];

    private ImmutableArray<ChannelFeeling> Channels() =>
        [.. TestReference.Book.Data.Channels.Where(_ => random.Next(4) == 0).Select(c => new ChannelFeeling { Channel = c.Id, Feeling = Feeling.Positive })];

    private StructureId OneOf(Experience experience) =>
        experience.Standings.IsEmpty || random.Next(20) == 0 ? Pick(Structures) : Pick(experience.Standings).Structure;

    private ImmutableArray<StructureId> Some(int most) => [.. Enumerable.Range(0, 1 + random.Next(most)).Select(_ => Pick(Structures)).Distinct()];

    private DecisionContext Context(Account? account) => new()
    {
        Now = now,
        Account = account,
        TrackingTokenHash = account is null ? TrackingToken.Hash(An.Token) : null,
        Reference = TestReference.Book,
        SentText = account is { IsSteward: true } ? An.Sent : null,
        DefaultUndoWindow = random.Next(2) == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(10),
        Named = account is null ? null : account with { Subject = "colleague", Profile = Profile.Agent },
    };

    private Guid NewOperation()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
