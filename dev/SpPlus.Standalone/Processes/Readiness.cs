using System.Diagnostics;

namespace SpPlus.Standalone.Processes;

internal static class Readiness
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>Waits until <paramref name="address"/> answers 200, the child ends, or time is up.</summary>
    public static Task ForHttpAsync(Child child, Uri address, TimeSpan limit, CancellationToken cancellation, Func<int, bool>? accepts = null) =>
        ForAsync(child, limit, async token =>
        {
            using var answer = await Http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, token);
            return accepts?.Invoke((int)answer.StatusCode) ?? answer.IsSuccessStatusCode;
        }, cancellation);

    public static async Task ForAsync(Child child, TimeSpan limit, Func<CancellationToken, Task<bool>> answers, CancellationToken cancellation)
    {
        var since = Stopwatch.StartNew();
        Exception? last = null;
        while (since.Elapsed < limit)
        {
            if (child.Exited.IsCompleted)
            {
                throw new StartException($"{child.Command.Name} stopped with code {await child.Exited} while starting.", child.Tail());
            }

            try
            {
                if (await answers(cancellation))
                {
                    return;
                }

                last = null;
            }
            catch (Exception exception) when (!cancellation.IsCancellationRequested)
            {
                last = exception;
            }

            await Task.WhenAny(child.Exited, Task.Delay(TimeSpan.FromMilliseconds(100), cancellation));
            cancellation.ThrowIfCancellationRequested();
        }

        throw new StartException($"{child.Command.Name} did not answer within {limit.TotalSeconds:0} s ({last?.Message ?? "it is there, but not ready"}).", child.Tail());
    }
}
