using System.ComponentModel.DataAnnotations;

namespace SpPlus.Silo.Privacy;

internal sealed class VaultOptions : IValidatableObject
{
    /// <summary>32 bytes, base64, required: wraps the key of every sealed text. Losing it loses every address and sent text.</summary>
    [Required]
    public string MasterKey { get; set; } = "";

    /// <summary>Earlier master keys, separated by commas: what they wrapped still opens; nothing new is wrapped with them.</summary>
    public string? FormerMasterKeys { get; set; }

    /// <summary>Between a hundred rows and the next while what former keys wrapped is wrapped anew (default 1 s). 0 uses all the database has.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan RotationPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often to look for what a former key still wraps (default 1 h).</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RotationInterval { get; set; } = TimeSpan.FromHours(1);

    public IEnumerable<byte[]> AllKeys() =>
        (FormerMasterKeys ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Prepend(MasterKey).Distinct(StringComparer.Ordinal).Select(Convert.FromBase64String);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var bytes = new byte[32];
        foreach (var key in (FormerMasterKeys ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Prepend(MasterKey))
            if (!Convert.TryFromBase64String(key.Trim(), bytes, out var length) || length != 32)
                yield return new("Vault:MasterKey and Vault:FormerMasterKeys are base64 of 32 bytes each.");
    }
}
