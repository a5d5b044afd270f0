using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Journal;

namespace SpPlus.Silo.Import;

/// <summary>Facts that happened one after another, long before they are recorded together.</summary>
internal sealed class TimedFacts
{
    private readonly ImmutableArray<Fact>.Builder facts = ImmutableArray.CreateBuilder<Fact>();
    private readonly ImmutableArray<DateTimeOffset>.Builder times = ImmutableArray.CreateBuilder<DateTimeOffset>();

    public void Add(DateTimeOffset at, Fact fact)
    {
        facts.Add(fact);
        times.Add(at);
    }

    /// <summary>The whole history of an experience: nothing comes before it.</summary>
    public Append ToAppend(ExperienceId experience, Guid operation) => new()
    {
        Experience = experience,
        AfterSequence = 0,
        OperationId = operation,
        Actor = Actor.Import,
        HappenedAt = times[0],
        Times = times.ToImmutable(),
        Facts = facts.ToImmutable(),
    };
}
