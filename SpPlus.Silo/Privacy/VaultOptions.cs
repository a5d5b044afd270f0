using System.ComponentModel.DataAnnotations;

namespace SpPlus.Silo.Privacy;

internal sealed class VaultOptions : IValidatableObject
{
    /// <summary>32 bytes, base64, required: wraps the key of every sealed text. Losing it loses every address and sent text.</summary>
    [Required]
    public string MasterKey { get; set; } = "";

    /// <summary>Earlier master keys, separated by commas: what they wrapped still opens; nothing new is wrapped with them.</summary>
    public string? FormerMasterKeys { get; set; }

    public IEnumerable<byte[]> AllKeys() =>
        (FormerMasterKeys ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Prepend(MasterKey).Select(Convert.FromBase64String);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var bytes = new byte[32];
        foreach (var key in (FormerMasterKeys ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Prepend(MasterKey))
            if (!Convert.TryFromBase64String(key.Trim(), bytes, out var length) || length != 32)
                yield return new("Vault:MasterKey and Vault:FormerMasterKeys are base64 of 32 bytes each.");
    }
}
