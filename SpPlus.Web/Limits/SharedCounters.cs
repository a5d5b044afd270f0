using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace SpPlus.Web.Limits;

/// <summary>Counts in Redis, for all replicas together. A count goes with its window; nothing of a client is kept after it.</summary>
internal sealed class SharedCounters(IConnectionMultiplexer redis, IOptions<LimitsOptions> options, TimeProvider time)
{
    /// <summary>
    /// Both counts or none, in one step: one client over its limit takes nothing from the others, and is not counted on. Answers how
    /// long to wait in milliseconds, 0 when it may go on. A count without an end, which no run of this leaves, is given one.
    /// </summary>
    private const string Take =
        """
        local function wait(key, limit)
          if limit <= 0 or tonumber(redis.call('GET', key) or '0') < limit then return 0 end
          local left = redis.call('PTTL', key)
          if left < 0 then redis.call('PEXPIRE', key, ARGV[3]) left = tonumber(ARGV[3]) end
          return math.max(left, 1)
        end
        local left = math.max(wait(KEYS[1], tonumber(ARGV[1])), wait(KEYS[2], tonumber(ARGV[2])))
        if left > 0 then return left end
        for i = 1, 2 do
          if tonumber(ARGV[i]) > 0 and redis.call('INCR', KEYS[i]) == 1 then redis.call('PEXPIRE', KEYS[i], ARGV[3]) end
        end
        return 0
        """;

    /// <summary>Throws <see cref="RedisException"/> or <see cref="TimeoutException"/> when Redis is away or slow: the count may then have been made.</summary>
    public async Task<TimeSpan> Wait(LimitedAct act, string client, LimitOptions limit)
    {
        if (!redis.IsConnected) throw new TimeoutException("Redis is away.");
        RedisKey[] keys = [$"spplus:limits:{{{act}}}:{client}", $"spplus:limits:{{{act}}}"];
        var left = await redis.GetDatabase()
            .ScriptEvaluateAsync(Take, keys, [limit.PerClient, limit.InTotal, (long)limit.Window.TotalMilliseconds])
            .WaitAsync(options.Value.Patience, time);
        return TimeSpan.FromMilliseconds((long)left);
    }
}
