namespace SpPlus.Web.Hosting;

internal static class SecurityHeaders
{
    /// <summary>
    /// On every answer, whoever writes it: the headers are added when it starts, after an exception has wiped the ones before.
    /// To be used before anything that answers.
    /// </summary>
    public static WebApplication UseSecurityHeaders(this WebApplication app)
    {
        var policy = ContentSecurityPolicy.For(app.Configuration["Identity:Authority"]);
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                Add(context, policy);
                return Task.CompletedTask;
            });
            return next(context);
        });
        return app;
    }

    private static void Add(HttpContext context, string policy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // A tracking link is a secret: no site that the author follows a link to is told it.
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
    }
}
