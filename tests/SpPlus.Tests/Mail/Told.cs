using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Tests.Mail;

/// <summary>Histories to write letters from.</summary>
internal static class Told
{
    public const string Comment = "Entre nous : ce dossier a été mal suivi.";
    public const string Agent = "Camille R.";
    public const string Words = "Un nom a été masqué.\nLe reste <est> inchangé.";
    public const string Title = "Un <b>guichet</b> & trois files";

    public static readonly StructureId Structure = StructureId.Parse("caf-gironde");

    public static Fact Submitted { get; } = new ExperienceSubmitted
    {
        ContactDate = new(2026, 9, 1), Feeling = Feeling.Negative, Language = "fr", HasAddress = true,
    };

    public static Fact Published { get; } = new ExperiencePublished { Title = Title, Story = "Trois files pour un guichet.", Moderated = false };

    public static Fact Moderated { get; } = new ExperiencePublished
    {
        Title = Title, Story = "Trois files […].", Moderated = true, Words = Words,
    };

    public static Fact Rejected { get; } = new ExperienceRejected { Reason = "named-person", Words = Words };

    public static Fact Commented { get; } = new CommentAdded { Text = Comment };

    public static Fact Attached { get; } = new StructureAttached { Structure = Structure };

    public static Fact Answered { get; } = new ResponsePublished
    {
        Structure = Structure, Version = 1, Response = new() { Courtesy = "Bonjour,", Text = "Nous ouvrons un second guichet.", Signature = "La Caf" },
    };

    public static IReadOnlyList<Recorded> History(ExperienceId experience, params Fact[] facts) =>
    [
        .. facts.Select((fact, index) => new Recorded
        {
            Stream = experience,
            Sequence = index + 1,
            OperationId = Guid.NewGuid(),
            Actor = new() { Kind = HistoryActor.Agent, Name = Agent },
            HappenedAt = DateTimeOffset.UnixEpoch,
            RecordedAt = DateTimeOffset.UnixEpoch,
            Fact = fact,
        }),
    ];
}
