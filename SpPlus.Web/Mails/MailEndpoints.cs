using SpPlus.Web.Accounts;
using SpPlus.Web.Forms;

namespace SpPlus.Web.Mails;

/// <summary>The mails, for the DITP's administrators (STEP-2): by state, never by address (PRIV-1).</summary>
internal static class MailEndpoints
{
    public const string Path = "/moderation/courriels";
    public const string RangePath = Path + "/serie";

    public static IHostApplicationBuilder AddMailPages(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MailDesk>();
        builder.Services.AddSingleton<MailPages>();
        builder.Services.AddSingleton<MailRanges>();
        return builder;
    }

    public static void MapMails(this IEndpointRouteBuilder routes)
    {
        var mails = routes.MapGroup(Path).RequireSignIn();
        mails.MapGet("", (HttpContext context, MailPages pages) => pages.List(context));
        mails.MapGet("/{number:long}", (HttpContext context, long number, string? fait, MailPages pages) => pages.One(context, number, fait));
        mails.MapPost("/{number:long}", (HttpContext context, long number, PostedForm form, MailPages pages) => pages.Decide(context, number, form));
        mails.MapGet("/serie", (HttpContext context, MailRanges ranges) => ranges.Ask(context));
        mails.MapPost("/serie", (HttpContext context, PostedForm form, MailRanges ranges) => ranges.Decide(context, form));
    }
}
