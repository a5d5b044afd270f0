using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Mails;
using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Mails;

/// <summary>One decision about many mails: how many there are is said first, and what comes after that is left alone.</summary>
internal sealed class MailRanges(MailDesk desk, IStringLocalizer<MailTexts> texts, IStringLocalizer<Shared> shared, TimeProvider time)
{
    public Task<IResult> Ask(HttpContext context) => context.WithAccount(account =>
        MailWords.Decision(context.Request.Query[MailOrderForm.DecisionField]) is { } decision
            ? Page(context, account, MailSearch.Of(name => context.Request.Query[name]), new() { Decision = decision, Operation = Guid.NewGuid() })
            : Task.FromResult(ErrorPages.NotFound));

    public Task<IResult> Decide(HttpContext context, PostedForm posted) => context.WithAccount(async account =>
    {
        var search = MailSearch.Of(name => posted[name]);
        if (MailOrderForm.Of(posted) is not { } form || search.ToMoment is null) return ErrorPages.Page(StatusCodes.Status400BadRequest);
        if (!form.IsSure) return await Page(context, account, search, form, StatusCodes.Status422UnprocessableEntity, new FormErrors().Add(MailOrderForm.SureField, texts["Sure.Missing"]));
        if (search.Standing == MailStanding.Accepted && !form.EvenAccepted)
            return await Page(context, account, search, form, StatusCodes.Status422UnprocessableEntity, new FormErrors().Add(MailOrderForm.TwiceField, texts["Twice.Missing"]));
        return await desk.CarryOut(form.About(search.Range(time.GetUtcNow())), context.User.Caller()) switch
        {
            { Refusal: Refusal.None, Mails: var mails } => Pages.SeeOther(search.Address(MailEndpoints.Path, [new("faits", $"{mails}")])),
            { Refusal: Refusal.NothingChanged } => await Page(context, account, search, form, StatusCodes.Status409Conflict, notice: texts["Range.Nothing"]),
            null => await Page(context, account, search, form, StatusCodes.Status503ServiceUnavailable, notice: shared["Unknown"]),
            _ => ErrorPages.NotFound,
        };
    });

    private async Task<IResult> Page(
        HttpContext context, AccountView account, MailSearch search, MailOrderForm form, int status = StatusCodes.Status200OK, FormErrors? errors = null, string? notice = null)
    {
        var range = search.Range(time.GetUtcNow());
        // Whether it may be ordered at all: that it is said twice is asked for below.
        if (await desk.Grain.Count((form with { EvenAccepted = true }).About(range), context.User.Caller()) is not { } count) return ErrorPages.NotFound;
        return Pages.Show<MailRangePage>(status, new
        {
            Account = account, Search = search with { To = Moments.Write(range.To) }, Range = range, Count = count, Form = form, Errors = errors ?? FormErrors.None, Notice = notice,
        });
    }
}
