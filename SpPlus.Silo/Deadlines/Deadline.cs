using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Deadlines;

/// <summary>An experience for which something comes to pass at a moment.</summary>
internal sealed record Deadline(ExperienceId Experience, DateTimeOffset At);
