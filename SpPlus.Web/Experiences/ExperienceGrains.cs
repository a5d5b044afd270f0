using SpPlus.Contracts.Experiences;

namespace SpPlus.Web.Experiences;

/// <summary>
/// Experiences' grains by reference. What Orleans finds out about the interface, by reflection and anew for each reference, is
/// asked once.
/// </summary>
internal sealed class ExperienceGrains(IGrainFactory grains)
{
    private Types? types;

    public IExperienceGrain Of(ExperienceId id)
    {
        var known = types ??= Types.Of((GrainReference)grains.GetGrain<IExperienceGrain>(id.Value));
        return (IExperienceGrain)grains.GetGrain(GrainId.Create(known.Grain, id.Value), known.Interface);
    }

    private sealed record Types(GrainType Grain, GrainInterfaceType Interface)
    {
        public static Types Of(GrainReference reference) => new(reference.GrainId.Type, reference.InterfaceType);
    }
}
