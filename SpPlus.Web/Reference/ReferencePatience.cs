namespace SpPlus.Web.Reference;

/// <summary>
/// A web that has just started has no lists yet, and a page without its lists drops what was chosen from them: requests wait for the
/// first book. Where none comes they fail as they do when the silo is away, with everything that was posted on the page.
/// </summary>
internal static class ReferencePatience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    // A filter, for it runs once the form is read: the page about the failure can show it.
    public static RouteGroupBuilder AwaitReference(this RouteGroupBuilder group) => group.AddEndpointFilter(async (invocation, next) =>
    {
        var reference = invocation.HttpContext.RequestServices.GetRequiredService<ReferenceCache>();
        if (!reference.IsLoaded) await reference.Loaded.WaitAsync(Limit, invocation.HttpContext.RequestAborted);
        return await next(invocation);
    });
}
