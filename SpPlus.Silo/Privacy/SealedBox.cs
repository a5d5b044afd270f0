using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace SpPlus.Silo.Privacy;

/// <summary>Envelope encryption, AES-256-GCM both times. The experience's id is bound in: sealed bytes moved to another row do not open.</summary>
internal sealed class SealedBox(IOptions<VaultOptions> options)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly Dictionary<string, byte[]> masterKeys = options.Value.AllKeys().DistinctBy(KeyId).ToDictionary(KeyId);
    private readonly string current = KeyId(options.Value.AllKeys().First());

    public string CurrentKeyId => current;

    public string[] FormerKeyIds => [.. masterKeys.Keys.Where(id => id != current)];

    public bool Knows(string masterKeyId) => masterKeys.ContainsKey(masterKeyId);

    /// <param name="owner">The experience.</param>
    /// <param name="content">What to seal.</param>
    /// <param name="shape">As which JSON.</param>
    /// <param name="marked">What of it <see cref="Matches"/> recognises.</param>
    public SealedBytes Seal<T>(string owner, T content, JsonTypeInfo<T> shape, string? marked = null)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var sealedBytes = new SealedBytes
        {
            MasterKeyId = current,
            WrappedKey = Encrypt(masterKeys[current], key, owner),
            Content = Encrypt(key, JsonSerializer.SerializeToUtf8Bytes(content, shape), owner),
            Mark = marked is null ? null : MarkOf(key, marked),
        };
        CryptographicOperations.ZeroMemory(key);
        return sealedBytes;
    }

    /// <summary>Throws <see cref="CryptographicException"/> for bytes of another owner, altered ones, or an unknown master key.</summary>
    public T Open<T>(string owner, SealedBytes sealedBytes, JsonTypeInfo<T> shape)
    {
        var key = Unwrap(owner, sealedBytes);
        return JsonSerializer.Deserialize(Decrypt(key, sealedBytes.Content, owner), shape)!;
    }

    /// <summary>Whether it is what was marked, but for its case; the content stays sealed. As much work when nothing is sealed.</summary>
    public bool Matches(string owner, SealedBytes? sealedBytes, string text)
    {
        var key = sealedBytes is null ? RandomNumberGenerator.GetBytes(32) : Unwrap(owner, sealedBytes);
        var mark = MarkOf(key, text);
        CryptographicOperations.ZeroMemory(key);
        return sealedBytes?.Mark is { } expected && CryptographicOperations.FixedTimeEquals(expected, mark);
    }

    /// <summary>The same content under the same key, which the current master key wraps; throws as <see cref="Open"/>.</summary>
    public SealedBytes Rewrap(string owner, SealedBytes sealedBytes)
    {
        if (sealedBytes.MasterKeyId == current) return sealedBytes;
        var key = Unwrap(owner, sealedBytes);
        var wrapped = sealedBytes with { MasterKeyId = current, WrappedKey = Encrypt(masterKeys[current], key, owner) };
        CryptographicOperations.ZeroMemory(key);
        return wrapped;
    }

    private byte[] Unwrap(string owner, SealedBytes sealedBytes) =>
        masterKeys.TryGetValue(sealedBytes.MasterKeyId, out var masterKey)
            ? Decrypt(masterKey, sealedBytes.WrappedKey, owner)
            : throw new CryptographicException($"Master key {sealedBytes.MasterKeyId} is not configured.");

    private static byte[] MarkOf(byte[] key, string text) => HMACSHA256.HashData(
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes("spplus.mark")), Encoding.UTF8.GetBytes(text.Trim().ToUpperInvariant()));

    private static string KeyId(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key).AsSpan(0, 4));

    private static byte[] Encrypt(byte[] key, byte[] clear, string owner)
    {
        var bytes = new byte[NonceSize + TagSize + clear.Length];
        var nonce = bytes.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(
            nonce, clear, bytes.AsSpan(NonceSize + TagSize), bytes.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(owner));
        return bytes;
    }

    private static byte[] Decrypt(byte[] key, byte[] bytes, string owner)
    {
        if (bytes.Length < NonceSize + TagSize) throw new CryptographicException("The sealed bytes are cut short.");
        var clear = new byte[bytes.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(
            bytes.AsSpan(0, NonceSize), bytes.AsSpan(NonceSize + TagSize), bytes.AsSpan(NonceSize, TagSize), clear,
            Encoding.UTF8.GetBytes(owner));
        return clear;
    }
}
