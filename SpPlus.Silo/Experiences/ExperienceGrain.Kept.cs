using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Structures;
using SpPlus.Silo.Experiences.Kept;

namespace SpPlus.Silo.Experiences;

internal sealed partial class ExperienceGrain
{
    private KeptDrawer Drawer => new(GrainFactory, Id);

    public async Task<Refusal> Keep(KeepText text, Caller caller) =>
        isReference ? await Drawer.Keep(experience, text, await ContextOf(caller, withSentText: false)) : Refusal.NotFound;

    public async Task<Refusal> LetGo(StructureId structure, Caller caller) =>
        isReference ? await Drawer.LetGo(experience, structure, await ContextOf(caller, withSentText: false)) : Refusal.NotFound;
}
