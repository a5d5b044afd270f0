using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace SpPlus.Web.Overload;

/// <summary>The page for who is turned away, rendered once for each language: there is no time for it when it is needed.</summary>
internal sealed class BusyPages(IServiceProvider services, ILoggerFactory loggers)
{
    private readonly ConcurrentDictionary<(string Language, bool IsReading), Task<byte[]>> pages = new();

    /// <summary>In the language of the request.</summary>
    public Task<byte[]> For(bool isReading) =>
        pages.GetOrAdd((CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, isReading), key => Render(key.IsReading));

    private async Task<byte[]> Render(bool isReading)
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(BusyPage.IsReading)] = isReading });
        return await renderer.Dispatcher.InvokeAsync(async () =>
            Encoding.UTF8.GetBytes((await renderer.RenderComponentAsync<BusyPage>(parameters)).ToHtmlString()));
    }
}
