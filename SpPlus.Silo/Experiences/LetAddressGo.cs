using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Experiences;

/// <summary>The time to keep the author's address is over (PRIV-1). The silo asks it of itself.</summary>
internal sealed record LetAddressGo : ExperienceCommand;
