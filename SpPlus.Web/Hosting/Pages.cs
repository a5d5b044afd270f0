using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SpPlus.Web.Hosting;

/// <summary>
/// A page is a component that an endpoint gives its parameters: the same page answers a GET, and a POST that was refused with
/// everything that was typed.
/// </summary>
internal static class Pages
{
    public static IResult Show<TPage>(object? parameters = null) where TPage : IComponent => Show<TPage>(StatusCodes.Status200OK, parameters);

    public static IResult Show<TPage>(int statusCode, object? parameters = null) where TPage : IComponent =>
        new RazorComponentResult<TPage>(parameters ?? new object()) { StatusCode = statusCode, PreventStreamingRendering = true };

    /// <summary>After a command was accepted: a reload does not send it again.</summary>
    public static IResult SeeOther(string path) => new SeeOtherResult(path);

    private sealed class SeeOtherResult(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
