using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Privacy;

namespace SpPlus.Silo.Mail;

/// <summary>Sealed bytes come from the grain and are opened here: the address travels between silos only sealed.</summary>
internal sealed class AuthorVault(IGrainFactory grains, SealedBox box) : IAuthorVault
{
    public async Task<VaultContent?> Open(ExperienceId experience) =>
        await grains.GetGrain<IVaultGrain>(experience.Value).Read() is { } bytes
            ? box.Open(experience.Value, bytes, PrivacyJson.Default.VaultContent)
            : null;
}
