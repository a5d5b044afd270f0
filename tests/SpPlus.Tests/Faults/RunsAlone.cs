using Xunit;

namespace SpPlus.Tests.Faults;

/// <summary>For tests that need the whole machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    public const string Name = "runs alone";
}
