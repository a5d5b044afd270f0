using Microsoft.AspNetCore.DataProtection;
using StackExchange.Redis;

namespace SpPlus.Web.Hosting;

internal static class SharedKeys
{
    /// <summary>Cookies and form tokens made by one replica are read by the others, and survive a restart: the keys live in Redis.</summary>
    public static IHostApplicationBuilder AddSharedKeys(this IHostApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().SetApplicationName("spplus");
        builder.Services
            .AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<IConnectionMultiplexer>((options, redis) => options.XmlRepository =
                new Microsoft.AspNetCore.DataProtection.StackExchangeRedis.RedisXmlRepository(() => redis.GetDatabase(), "spplus:keys"));
        return builder;
    }
}
