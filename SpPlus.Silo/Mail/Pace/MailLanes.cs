using System.Collections.Immutable;

namespace SpPlus.Silo.Mail.Pace;

/// <summary>
/// What each lane of the queue is given while others wait too; which mail is in which is <c>mail.queue.lane</c>'s to say.
/// <code>
/// lane               of 8 turns
/// 0 prompt           4    received, link: somebody waits for it
/// 1 one by one       2    published, rejected, responses
/// 2 in bulk          1    responses to incidents, improvement actions, what is sent again
/// 3 news             1    agents' digests
/// </code>
/// None is starved by any other; while others are empty, one has all turns.
/// </summary>
internal static class MailLanes
{
    public static readonly ImmutableArray<short> Turns = [0, 1, 0, 2, 0, 1, 0, 3];

    private static readonly ImmutableArray<short> All = [.. Turns.Distinct().Order()];

    /// <summary>In which order lanes are asked for the next mail.</summary>
    public static readonly ImmutableArray<ImmutableArray<short>> Orders = [.. Turns.Select(first => ImmutableArray.Create([first, .. All.Where(l => l != first)]))];

    /// <summary>Of everything, 0 to 1.</summary>
    public static double ShareOf(short lane) => Turns.Count(t => t == lane) / (double)Turns.Length;
}
