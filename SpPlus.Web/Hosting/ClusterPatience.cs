namespace SpPlus.Web.Hosting;

internal static class ClusterPatience
{
    /// <summary>Start-up order does not matter: a web that starts before any silo keeps asking.</summary>
    public static async Task<bool> Retry(Exception exception, CancellationToken cancellation)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(500), cancellation);
        return !cancellation.IsCancellationRequested;
    }
}
