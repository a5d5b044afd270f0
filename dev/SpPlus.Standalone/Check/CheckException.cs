namespace SpPlus.Standalone.Check;

/// <summary>What failed, in one sentence.</summary>
internal sealed class CheckException(string message) : Exception(message);
