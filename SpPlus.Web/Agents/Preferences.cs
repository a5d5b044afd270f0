using System.Globalization;
using SpPlus.Contracts.Accounts;
using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;

namespace SpPlus.Web.Agents;

/// <summary>What a signed-in person chooses for themselves: when they are written to (STEP-3).</summary>
internal static class Preferences
{
    public const string Path = "/agents/preferences";

    public static Task<IResult> Show(HttpContext context, string? fait, Desk desk) => Page(context, desk, fait is not null, isRefused: false);

    public static async Task<IResult> Save(HttpContext context, PostedForm form, Desk desk)
    {
        if (form.Number("prevenir") is not { } number || !Enum.IsDefined((Telling)number)) return await Page(context, desk, isDone: false, isRefused: true);
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return await desk.TellMe((Telling)number, language, context.User.Caller()) ? Pages.SeeOther(Path + "?fait=oui") : ErrorPages.NotFound;
    }

    private static Task<IResult> Page(HttpContext context, Desk desk, bool isDone, bool isRefused) =>
        context.WithAccount(async account => await desk.Telling(context.User.Caller()) is { } telling
            ? Pages.Show<PreferencesPage>(
                isRefused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
                new { Account = account, Telling = telling, IsDone = isDone, IsRefused = isRefused })
            : ErrorPages.NotFound);
}
