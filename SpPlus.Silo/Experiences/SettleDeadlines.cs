using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Experiences;

/// <summary>What has come to its time is to come to pass. The silo asks it of itself.</summary>
internal sealed record SettleDeadlines : ExperienceCommand;
