using SpPlus.Web.Accounts;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;

namespace SpPlus.Web.Agents;

/// <summary>
/// Whether single keys act (WCAG 2.1.4). It is kept by the browser, as the language is: it belongs to a keyboard and to what reads the
/// screen, and the same person may want it otherwise at another desk.
/// </summary>
internal static class Keyboard
{
    public const string Path = "/agents/aide-clavier";

    private const string Cookie = "spplus.clavier";
    private const string Off = "non";

    public static bool AreOn(HttpContext? context) => context?.Request.Cookies[Cookie] != Off;

    public static void MapKeyboard(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/aide-clavier", (Delegate)Show);
        agents.MapPost("/aide-clavier", (HttpContext context, PostedForm form) =>
        {
            context.Response.Cookies.Append(
                Cookie,
                form["touches"] == Off ? Off : "oui",
                new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
            return Pages.SeeOther(Path);
        });
    }

    private static Task<IResult> Show(HttpContext context) =>
        context.WithAccount(account => Task.FromResult(Pages.Show<KeyboardPage>(new { Account = account, AreOn = AreOn(context) })));
}
