using Microsoft.Extensions.Options;
using SpPlus.Contracts.Accounts;

namespace SpPlus.Silo.Mail.News;

/// <summary>
/// STEP-3: queues a mail for each agent who chose to be told and whose structure was told something, at once or in the morning. The
/// mark of what was told moves in the statement that queues: a silo that dies before it tells later, after it tells once.
/// </summary>
internal sealed partial class NewsWatch(
    NewsQueries news, IOptions<MailOptions> options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<NewsWatch> logger) : BackgroundService
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    /// <summary>Public to tests.</summary>
    public async Task QueueDue(CancellationToken cancellation)
    {
        foreach (var (subject, choice, toldAt) in await news.Due(cancellation))
        {
            var now = time.GetUtcNow();
            if (choice == Telling.AtOnce || now >= MorningAfter(toldAt)) await news.Queue(subject, toldAt, now, cancellation);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn) return;
        await lifetime.Started(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await QueueDue(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
            }

            await Task.Delay(options.Value.NewsInterval, time, stoppingToken);
        }
    }

    /// <summary>The first time that it is the hour there, after that moment.</summary>
    private DateTimeOffset MorningAfter(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var morning = local.Date.AddHours(options.Value.DailyHour);
        if (local.DateTime >= morning) morning = morning.AddDays(1);
        return new(morning, zone.GetUtcOffset(morning));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "News for agents could not be looked for; they are looked for again")]
    private partial void LogFailed(Exception exception);
}
