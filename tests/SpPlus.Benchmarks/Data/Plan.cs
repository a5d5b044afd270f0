namespace SpPlus.Benchmarks.Data;

/// <summary>
/// The same jobs in the same order for every configuration: each pass goes once over all experiences. Of an experience's passes
/// four carry its two responses from nothing to published, at moments of its own; the others comment.
/// </summary>
internal static class Plan
{
    public const int Experiences = 1_000;
    public const int Passes = 16;

    /// <summary>One comment each: experiences are active, rows and code are warm.</summary>
    public static Job[] WarmUp { get; } = [.. Enumerable.Range(0, Experiences).Select(e => new Job(e, JobKind.Comment, 0))];

    public static Job[] Measured { get; } = Make();

    private static Job[] Make()
    {
        var random = new Random(20_26);
        var jobs = new Job[Passes * Experiences];
        for (var experience = 0; experience < Experiences; experience++)
        {
            for (var pass = 0; pass < Passes; pass++) jobs[(pass * Experiences) + experience] = new(experience, JobKind.Comment, 0);
            var passes = Enumerable.Range(0, Passes).ToArray();
            random.Shuffle(passes);
            foreach (var (step, pass) in passes.Take(4).Order().Index())
                jobs[(pass * Experiences) + experience] = new(experience, step % 2 == 0 ? JobKind.Draft : JobKind.Publish, step / 2);
        }

        return jobs;
    }
}
