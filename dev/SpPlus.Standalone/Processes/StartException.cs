namespace SpPlus.Standalone.Processes;

/// <summary>What keeps the stack from running, in one sentence for the person who started it.</summary>
internal sealed class StartException(string sentence, string? lastLines = null) : Exception(sentence)
{
    public string? LastLines { get; } = lastLines;
}
