using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using StackExchange.Redis;

namespace SpPlus.Web.Hosting;

internal static class SharedKeys
{
    /// <summary>Cookies and form tokens made by one replica are read by the others, and survive a restart: the keys live in Redis.</summary>
    public static IHostApplicationBuilder AddSharedKeys(this IHostApplicationBuilder builder)
    {
        // One pass over the bytes instead of two: every request of an agent opens three of these.
        builder.Services.AddDataProtection().SetApplicationName("spplus").UseCryptographicAlgorithms(new()
        {
            EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM,
        });
        builder.Services
            .AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<IConnectionMultiplexer>((options, redis) => options.XmlRepository =
                new Microsoft.AspNetCore.DataProtection.StackExchangeRedis.RedisXmlRepository(() => redis.GetDatabase(), "spplus:keys"));
        return builder;
    }
}
