namespace SpPlus.Standalone.Processes;

internal sealed record ChildCommand(string Name, string File, IReadOnlyList<string> Arguments)
{
    /// <summary>Added to the few variables of the machine that a child gets.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public required string WorkingDirectory { get; init; }

    public string StopSignal { get; init; } = "TERM";

    /// <summary>After it was asked to stop, before it is killed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Children of a higher rank stop first.</summary>
    public int Rank { get; init; }
}
