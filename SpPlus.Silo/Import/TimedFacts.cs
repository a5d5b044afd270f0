using System.Collections.Immutable;
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

    /// <summary>The whole history of an experience, or of an improvement action: nothing comes before it.</summary>
    public Append ToAppend(StreamKey stream, Guid operation) => new()
    {
        Stream = stream,
        AfterSequence = 0,
        OperationId = operation,
        Actor = Actor.Import,
        HappenedAt = times[0],
        Times = times.ToImmutable(),
        Facts = facts.ToImmutable(),
    };
}
