using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Privacy.Erasure;

namespace SpPlus.Silo.Experiences;

/// <summary>
/// What is left of the state, whatever the facts before it still say: facts whose words are erased fold to the same
/// (<see cref="ErasedFacts"/>).
/// </summary>
internal static class ErasureFold
{
    /// <summary>The author's words go with the author: agents see that there was something, not what.</summary>
    public static Experience Withdrawn(Experience experience, DateTimeOffset at) => Everywhere(experience, WithoutAuthor) with
    {
        Status = ExperienceStatus.Withdrawn, WithdrawnAt = at, HasAddress = false, Title = null, Story = null, Pseudonym = null, Procedure = null,
        ModerationWords = null, ReportsClosed = experience.Reports,
    };

    public static Experience Erased(Experience experience, DateTimeOffset at) =>
        Everywhere(experience, WithoutWords) with { ErasedAt = at, Comments = [] };

    private static Experience Everywhere(Experience experience, Func<Standing, Standing> change) => experience with
    {
        Standings = [.. experience.Standings.Select(change)], Former = [.. experience.Former.Select(change)],
    };

    private static Standing WithoutAuthor(Standing standing) =>
        standing.Evaluation is { } evaluation ? standing with { Evaluation = evaluation with { Words = null } } : standing;

    private static Standing WithoutWords(Standing standing) => standing with
    {
        Draft = null, Published = standing.Published is { } published ? published with { Response = ErasedFacts.Without(published.Response) } : null, Earlier = [],
        Pending = null, Transfer = null, NotConcernedReason = null, ImprovementWords = null,
    };
}
