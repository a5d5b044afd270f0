using SpPlus.Contracts.Reference;

namespace SpPlus.Web.Reference;

/// <summary>The silo's reference data, kept here and asked for again every half minute. Pages never wait for it once loaded.</summary>
internal sealed partial class ReferenceCache(IGrainFactory grains, TimeProvider time, ILogger<ReferenceCache> logger) : BackgroundService
{
    private readonly TaskCompletionSource loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ReferenceBook current = ReferenceBook.Empty;

    public ReferenceBook Current => current;

    public bool IsLoaded => current.Data.Version > 0;

    /// <summary>Completed once there is a book, which a process that has just started has not.</summary>
    public Task Loaded => loaded.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var newer = await grains.GetGrain<IReferenceGrain>(0).Get(current.Data.Version);
                if (newer is not null) current = new(newer);
                if (IsLoaded) loaded.TrySetResult();
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotRefreshed(exception);
            }

            await Task.Delay(IsLoaded ? TimeSpan.FromSeconds(30) : TimeSpan.FromMilliseconds(250), time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reference data was not refreshed: the last copy stays in use")]
    private partial void LogNotRefreshed(Exception exception);
}
