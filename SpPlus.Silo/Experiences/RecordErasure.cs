using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Experiences;

/// <summary>The words of so many facts are not there any more. The silo asks it of itself.</summary>
internal sealed record RecordErasure : ExperienceCommand
{
    public required int Facts { get; init; }
    public required bool Everybodys { get; init; }
}
