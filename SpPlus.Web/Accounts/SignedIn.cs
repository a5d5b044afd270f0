using SpPlus.Contracts.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;

namespace SpPlus.Web.Accounts;

/// <summary>The connected space's doors: nobody without a session, no page without an account, nothing kept by a cache.</summary>
internal static class SignedIn
{
    /// <summary>
    /// Sends people without a session to sign in; a form of theirs is kept (<see cref="FormGuard"/>). The account is not asked for: a command's answer says whether there is one
    /// (RIGHT-4), and a post that is accepted makes a single call.
    /// </summary>
    public static RouteGroupBuilder RequireSignIn(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (invocation, next) =>
        {
            var context = invocation.HttpContext;
            context.Response.Headers.CacheControl = "no-store";
            return context.User.Caller().Subject is null ? SignInFirst(context) : await next(invocation);
        });
        return group.FormsNeedSession();
    }

    /// <summary>Shows a page to an account; to a person without one, why there is nothing to see.</summary>
    public static async Task<IResult> WithAccount(this HttpContext context, Func<AccountView, Task<IResult>> page)
    {
        var desk = context.RequestServices.GetRequiredService<Desk>();
        return await desk.Account(context.User.Caller()) is { } account
            ? await page(account)
            : Pages.Show<NoAccountPage>(StatusCodes.Status403Forbidden);
    }

    private static IResult SignInFirst(HttpContext context) =>
        Pages.SeeOther("/connexion?retour=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString));
}
