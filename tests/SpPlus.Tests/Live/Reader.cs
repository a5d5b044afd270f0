using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SpPlus.Web.Live;

namespace SpPlus.Tests.Live;

/// <summary>Somebody with a page open: reads its stream as a browser would.</summary>
internal sealed class Reader
{
    private readonly Pipe pipe = new();
    private readonly StreamReader lines;
    private readonly DefaultHttpContext context = new();

    public Reader(string subject, Position position = default, string language = "fr", DateTimeOffset? until = null)
    {
        Page = new(subject, language, position, until ?? DateTimeOffset.MaxValue);
        lines = new(pipe.Reader.AsStream());
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(pipe.Writer.AsStream()));
    }

    public OpenPage Page { get; }

    public Task Written { get; private set; } = Task.CompletedTask;

    public Reader Reads()
    {
        Written = Page.Write(context.Response, CancellationToken.None).ContinueWith(_ => pipe.Writer.Complete(), TaskScheduler.Default);
        return this;
    }

    /// <summary>Its next event but beats; null when the stream has ended.</summary>
    public async Task<(string Name, string Data, string? Id)?> Next()
    {
        var (name, data, id) = ("", new List<string>(), (string?)null);
        while (await lines.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)) is { } line)
        {
            if (line.Length > 0)
            {
                var (field, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..]);
                if (field == "event") name = value;
                if (field == "id") id = value;
                if (field == "data") data.Add(value);
            }
            else if (name is not ("" or "battement"))
            {
                return (name, string.Join('\n', data), id);
            }
            else
            {
                (name, data, id) = ("", [], null);
            }
        }

        return null;
    }

    /// <summary>Passes over what came before.</summary>
    public async Task<string> Next(string name)
    {
        while (await Next() is { } read)
            if (read.Name == name) return read.Data;
        throw new InvalidOperationException($"The stream ended before '{name}'.");
    }
}
