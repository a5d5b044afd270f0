using System.Collections.Immutable;
using SpPlus.Web.Hosting;
using SpPlus.Web.Kit;
using SpPlus.Web.Limits;
using SpPlus.Web.Reference;

namespace SpPlus.Web.OpenData;

/// <summary>
/// The files of the open data, written while they are read: nothing is kept that would outlive an unpublished or erased experience (MOD-4).
/// One that cannot be finished breaks off, and never looks whole.
/// </summary>
internal sealed class OpenDataFiles(OpenDataReader reader, ReferenceCache reference, RateLimits limits, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim writers = new(MostAtOnce);

    /// <summary>A reader may be as slow as it likes, and each costs the database a page every now and then.</summary>
    public const int MostAtOnce = 8;

    public Task<IResult> Csv(HttpContext context) => Show(context, "csv", "text/csv; charset=utf-8", CsvFile.Write);

    public Task<IResult> JsonLines(HttpContext context) => Show(context, "jsonl", "application/jsonl; charset=utf-8", JsonLinesFile.Write);

    public void Dispose() => writers.Dispose();

    private async Task<IResult> Show(HttpContext context, string extension, string type, Writer write)
    {
        if (await limits.Refusal(LimitedAct.OpenData, context) is { } tooMany)
            return Pages.Show<OpenDataPage>(StatusCodes.Status429TooManyRequests, new { Refusal = tooMany });
        if (!await writers.WaitAsync(0)) return Busy(context);
        context.Response.RegisterForDispose(new Turn(writers));
        context.Response.Headers.CacheControl = "public, no-cache";
        var name = $"experiences-{Dates.Today(time):yyyy-MM-dd}.{extension}";
        var columns = OpenDataColumns.Of(reference.Current);
        return Results.Stream(to => write(to, columns, reader.Pages(context.RequestAborted), context.RequestAborted), type, name);
    }

    private static IResult Busy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "60";
        return Pages.Show<OpenDataPage>(StatusCodes.Status503ServiceUnavailable, new { IsBusy = true });
    }

    private delegate Task Writer(
        Stream to, ImmutableArray<OpenDataColumn> columns, IAsyncEnumerable<IReadOnlyList<OpenDataRow>> pages, CancellationToken cancellation);

    private sealed class Turn(SemaphoreSlim writers) : IDisposable
    {
        public void Dispose() => writers.Release();
    }
}
