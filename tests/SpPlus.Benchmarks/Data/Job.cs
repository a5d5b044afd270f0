namespace SpPlus.Benchmarks.Data;

internal enum JobKind
{
    Comment,
    Draft,
    Publish,
}

/// <summary>One durable command: on which of the round's experiences and, for a response, for which of its two structures.</summary>
internal readonly record struct Job(int Experience, JobKind Kind, int Structure)
{
    /// <summary>A draft is a response's first step, its publication the second.</summary>
    public int ExpectedVersion => Kind == JobKind.Publish ? 1 : 0;
}
