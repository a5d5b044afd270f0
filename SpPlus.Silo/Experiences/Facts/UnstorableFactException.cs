namespace SpPlus.Silo.Experiences.Facts;

/// <summary>A decision let something through that PostgreSQL cannot keep: nothing of it was recorded.</summary>
internal sealed class UnstorableFactException(string kind) : Exception($"A fact of kind '{kind}' holds a NUL character.");
