using SpPlus.Contracts.Accounts;
using SpPlus.Silo.Privacy;
using SpPlus.Silo.Retention;

namespace SpPlus.Silo.Experiences;

internal sealed partial class ExperienceGrain : IRetainedGrain
{
    public async Task LetAddressGo()
    {
        var result = await Execute(new LetAddressGo { OperationId = Guid.NewGuid() }, Caller.Anonymous);
        if (!result.Accepted) throw new InvalidOperationException($"The address of experience {Id} cannot be let go: {result.Refusal}.");
        // Not one that its author gave right after, in the same append maybe.
        await GrainFactory.GetGrain<IVaultGrain>(Id.Value).Destroy(experience.AddressForgottenBy);
    }
}
