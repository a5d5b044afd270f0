namespace SpPlus.Silo.Retention;

/// <summary>One kind of thing that is kept for a time: what is due, in SQL, and how it is destroyed.</summary>
/// <param name="Name">As reports and the metric name it.</param>
/// <param name="Age">How long it is kept.</param>
/// <param name="Due">After <c>select … from</c>: the rows to destroy; <c>$1</c> is the moment up to which they are due.</param>
/// <param name="Key">The column, or expression, that <paramref name="Destroy"/> is given.</param>
/// <param name="Destroy">Durable on return; destroying twice is harmless. Null: the row itself goes, and the key is its place in the table.</param>
/// <param name="Latest">Where a second, longer time is part of the rule: <c>$2</c>.</param>
internal sealed record RetentionJob(
    string Name,
    Func<RetentionOptions, TimeSpan> Age,
    string Due,
    string Key,
    Func<IGrainFactory, string, Task>? Destroy = null,
    Func<RetentionOptions, TimeSpan>? Latest = null)
{
    /// <summary>Of a row that goes itself.</summary>
    public string Table => Due.Split(' ', 2)[0];
}
