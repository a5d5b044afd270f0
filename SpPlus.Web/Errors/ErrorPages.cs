using SpPlus.Web.Hosting;

namespace SpPlus.Web.Errors;

/// <summary>The one place where an exception becomes a page; and a bare status, a sentence.</summary>
internal static class ErrorPages
{
    public static WebApplication UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            StatusCodeSelector = StatusOf,
            ExceptionHandler = Answer,
        });
        app.UseStatusCodePages(context => Answer(context.HttpContext));
        return app;
    }

    public static IResult Page(int statusCode) => Pages.Show<ErrorPage>(statusCode, new { StatusCode = statusCode });

    public static IResult NotFound => Page(StatusCodes.Status404NotFound);

    /// <summary>The silo or PostgreSQL is away: reading again in a moment may well succeed.</summary>
    public static bool IsAbsence(Exception exception) => exception is Orleans.Runtime.OrleansException or Npgsql.NpgsqlException or TimeoutException;

    /// <summary>A person would read a page.</summary>
    public static bool IsOfProgram(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    /// <summary>People get a page, programs a problem (RFC 9457).</summary>
    private static Task Answer(HttpContext context)
    {
        var status = context.Response.StatusCode;
        return (IsOfProgram(context) ? Results.Problem(statusCode: status) : Page(status)).ExecuteAsync(context);
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status413PayloadTooLarge,
        _ when IsAbsence(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
