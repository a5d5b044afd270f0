using System.Security.Cryptography;
using System.Text;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Contracts.Accounts;

/// <summary>
/// The 256-bit secret that travels with one submission form (SUBMIT-3): experience id, operation id and tracking token all
/// follow from it, so that posting the form again finds what the first post made.
/// </summary>
public static class SubmissionKey
{
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static bool IsWellFormed(string? key) => key is { Length: 64 } && key.All(char.IsAsciiHexDigitLower);

    public static ExperienceId ExperienceId(string key) => Experiences.ExperienceId.From("spplus.submission:" + key);

    public static Guid OperationId(string key) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes("spplus.operation:" + key)).AsSpan(0, 16));
}
