using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SpPlus.Web.Texts;
using StackExchange.Redis;

namespace SpPlus.Web.Limits;

/// <summary>
/// Counts what is done without an account (SUBMIT-5), for all replicas together. While Redis is away each replica counts alone and
/// allows a part: neither a flood nor silence.
/// </summary>
internal sealed partial class RateLimits(
    SharedCounters shared, LocalCounters local, ClientMark marks, IOptions<LimitsOptions> options, TimeProvider time,
    IStringLocalizer<Shared> texts, ILogger<RateLimits> logger)
{
    /// <summary>After a failure Redis is not asked for so long: nobody waits for it in turn.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private long restsUntil;

    /// <summary>
    /// Counts one act of this client: null when it may go on. Otherwise the sentence that says when to try again; the answer's
    /// <c>Retry-After</c> is set, its status and the page with everything typed are the caller's.
    /// </summary>
    public async Task<string?> Refusal(LimitedAct act, HttpContext context)
    {
        var wait = await Wait(act, marks.Of(context.Connection.RemoteIpAddress, act));
        if (wait <= TimeSpan.Zero) return null;
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        LogRefused(act, seconds);
        return seconds <= 60 ? texts[$"Limits.{act}.Soon"] : texts[$"Limits.{act}", (seconds + 59) / 60];
    }

    private async Task<TimeSpan> Wait(LimitedAct act, string client)
    {
        var limit = options.Value.Of(act);
        if (limit is { PerClient: <= 0, InTotal: <= 0 }) return TimeSpan.Zero;
        if (time.GetTimestamp() < Volatile.Read(ref restsUntil)) return local.Wait(act, client);
        try
        {
            return await shared.Wait(act, client, limit);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            Volatile.Write(ref restsUntil, time.GetTimestamp() + (long)(Rest.TotalSeconds * time.TimestampFrequency));
            LogAlone(exception);
            return local.Wait(act, client);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Act} refused: over the limit for {Seconds} s")]
    private partial void LogRefused(LimitedAct act, int seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis does not count: this replica limits alone, to a part")]
    private partial void LogAlone(Exception exception);
}
