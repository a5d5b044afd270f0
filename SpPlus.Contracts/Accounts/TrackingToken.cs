using System.Security.Cryptography;
using System.Text;

namespace SpPlus.Contracts.Accounts;

/// <summary>
/// The secret of an author's private link (SUBMIT-4). It is derived from the key that travels with the submission form, so a
/// form posted again gives the same link; only the token's hash is stored outside the vault.
/// </summary>
public static class TrackingToken
{
    /// <summary>256 bits, base64url: 43 characters.</summary>
    public static string FromSubmissionKey(string submissionKey) => Digest("spplus.tracking:" + submissionKey);

    public static string Hash(string token) => Digest("spplus.tracking-hash:" + token);

    private static string Digest(string text) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
