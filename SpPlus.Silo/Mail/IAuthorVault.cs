using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Privacy;

namespace SpPlus.Silo.Mail;

/// <summary>The one place where an author's address is read in clear (PRIV-1).</summary>
internal interface IAuthorVault
{
    /// <summary>Null when nothing was sealed, or it is destroyed.</summary>
    Task<VaultContent?> Open(ExperienceId experience);
}
