using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Import;
using SpPlus.Silo.Journal;

namespace SpPlus.Benchmarks.Data;

/// <summary>Who calls, and the published experiences of a round: new ones each time, so that no round pays for another's growth.</summary>
internal static class Seed
{
    public const int Callers = 64;

    /// <summary>Its network publishes without a second person's validation: draft, then published.</summary>
    public const string Network = "france-travail";

    /// <summary>Facts of a seeded experience: where its history goes on.</summary>
    public const int Facts = 4;

    public static readonly StructureId[] Structures = [StructureId.Parse("ft-dr-guadeloupe"), StructureId.Parse("ft-dr-martinique")];

    public static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static Account[] Accounts { get; } =
    [
        .. Enumerable.Range(1, Callers).Select(number => new Account
        {
            Subject = $"bench-{number}", DisplayName = $"Agent {number}", Profile = Profile.Agent, Structure = StructureId.Parse(Network),
        }),
    ];

    public static ExperienceId[] Ids(int round) => [.. Enumerable.Range(0, Plan.Experiences).Select(index => Id(round, index))];

    public static ExperienceId Id(int round, int index) => ExperienceId.From($"bench:{round}:{index}");

    public static IEnumerable<Append> Experiences(int round) => Enumerable.Range(0, Plan.Experiences).Select(index => One(round, index));

    public static Experience State(Append append) =>
        append.Facts.Select((fact, index) => append.ToRecorded(index, fact)).Aggregate(Experience.None, Fold.Apply);

    private static Append One(int round, int index)
    {
        var facts = new TimedFacts();
        facts.Add(At, new ExperienceSubmitted
        {
            ContactDate = new(2026, 3, 1), Department = "971", Feeling = Feeling.Negative, Language = "fr", HasAddress = true,
            Services = [.. Structures.Select(structure => new ServiceConcerned { Structure = structure })],
        });
        facts.Add(At.AddHours(5), new ExperiencePublished
        {
            Title = Corpus.Text(index, 70), Story = Corpus.Text(10_000 + index, 3_500), Pseudonym = "Camille", Moderated = false,
        });
        foreach (var structure in Structures) facts.Add(At.AddHours(5), new StructureAttached { Structure = structure });
        return facts.ToAppend(Id(round, index), Guid.NewGuid());
    }
}
