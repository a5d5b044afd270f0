using SpPlus.Standalone.Stacks;

namespace SpPlus.Standalone.Check;

/// <summary>What the platform is for, done once over HTTP as people would.</summary>
internal interface IMainJob
{
    /// <returns>null, or what failed in one sentence.</returns>
    Task<string?> DoAsync(Stack stack, CancellationToken cancellation);
}
