namespace SpPlus.Standalone.Check;

/// <summary>Pages and mails follow a command within moments, never at once.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task<T> UntilAsync<T>(string failure, Func<CancellationToken, Task<T?>> look, CancellationToken cancellation)
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Limit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (true)
            {
                if (await look(patience.Token) is { } seen)
                {
                    return seen;
                }

                await timer.WaitForNextTickAsync(patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new CheckException($"{failure} after {Limit.TotalSeconds:0} s.");
        }
    }
}
