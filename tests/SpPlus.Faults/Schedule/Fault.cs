using SpPlus.Faults.Machine;

namespace SpPlus.Faults.Schedule;

/// <summary>Something that goes wrong for a while, and what makes it right again.</summary>
/// <param name="Kind">As the report names it.</param>
/// <param name="Weight">How often it comes, against the others.</param>
/// <param name="Longest">It lasts a part of this.</param>
/// <param name="Strike">To the part of that number.</param>
/// <param name="Heal">Of the same part. The platform recovers from there by itself.</param>
internal sealed record Fault(
    string Kind, int Weight, TimeSpan Longest, Func<Platform, int, Task> Strike, Func<Platform, int, Task> Heal);
