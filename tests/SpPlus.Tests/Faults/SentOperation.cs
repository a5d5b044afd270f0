using System.Collections.Immutable;

namespace SpPlus.Tests.Faults;

/// <summary>A command as it was sent: the facts it is made of, and whether anybody was told that it is durable.</summary>
internal sealed record SentOperation(Guid Id, string Experience, ImmutableArray<string> Kinds)
{
    public bool Acknowledged { get; set; }
}
