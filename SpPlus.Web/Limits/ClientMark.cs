using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace SpPlus.Web.Limits;

/// <summary>
/// Stands for a client without being its address: a hash under a key that is not where it is stored. All replicas make the same one,
/// since the key comes from the secret that they share with the identity provider; without one, each replica's are its own.
/// </summary>
internal sealed class ClientMark(IConfiguration configuration)
{
    private readonly byte[] key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256,
        configuration["Identity:ClientSecret"] is { Length: > 0 } secret ? Encoding.UTF8.GetBytes(secret) : RandomNumberGenerator.GetBytes(32),
        outputLength: 32,
        info: "spplus limits"u8.ToArray());

    public string Of(IPAddress? address, LimitedAct act)
    {
        byte[] client = [(byte)act, .. Client(address ?? IPAddress.None)];
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, client).AsSpan(0, 16));
    }

    /// <summary>A subscriber is given a whole /64 of IPv6: counting addresses would count nothing.</summary>
    private static byte[] Client(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? bytes[..8] : bytes;
    }
}
