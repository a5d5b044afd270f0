using System.Globalization;
using Microsoft.Extensions.Localization;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Accounts;
using SpPlus.Web.Errors;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;
using SpPlus.Web.Texts;

namespace SpPlus.Web.Mails;

/// <summary>The list of mails, one mail, and what an operator decides about it.</summary>
internal sealed class MailPages(MailDesk desk, IStringLocalizer<MailTexts> texts, IStringLocalizer<Shared> shared)
{
    public Task<IResult> List(HttpContext context) => context.WithAccount(async account =>
    {
        var search = MailSearch.Of(name => context.Request.Query[name]);
        var errors = ErrorsOf(search);
        // What cannot be read filters nothing, and is not passed over in silence.
        if (await desk.Grain.List(search.Query, context.User.Caller()) is not { } page) return ErrorPages.NotFound;
        return Pages.Show<MailListPage>(new
        {
            Account = account, Search = search, Mails = page, Errors = errors, Done = int.TryParse(context.Request.Query["faits"], NumberStyles.None, CultureInfo.InvariantCulture, out var done) ? done : (int?)null,
        });
    });

    public Task<IResult> One(HttpContext context, long number, string? done) =>
        context.WithAccount(async account => await desk.Grain.Read(number, context.User.Caller()) is { } mail
            ? Pages.Show<MailPage>(new { Account = account, View = mail, Done = MailWords.Decision(done) })
            : ErrorPages.NotFound);

    public Task<IResult> Decide(HttpContext context, long number, PostedForm posted) => context.WithAccount(async account =>
    {
        if (MailOrderForm.Of(posted) is not { } form) return ErrorPages.Page(StatusCodes.Status400BadRequest);
        if (Missing(form) is { } errors)
            return await desk.Grain.Read(number, context.User.Caller()) is { } view
                ? Pages.Show<MailPage>(StatusCodes.Status422UnprocessableEntity, new { Account = account, View = view, Form = form, Errors = errors })
                : ErrorPages.NotFound;
        return await desk.CarryOut(form.About(number), context.User.Caller()) switch
        {
            { Refusal: Refusal.None } => Pages.SeeOther($"{MailEndpoints.Path}/{number}?fait={MailWords.Of(form.Decision)}"),
            { Current: { } current } => Pages.Show<MailPage>(StatusCodes.Status409Conflict, new { Account = account, View = current, Notice = texts["Overtaken"].Value }),
            null when await desk.Grain.Read(number, context.User.Caller()) is { } view =>
                Pages.Show<MailPage>(StatusCodes.Status503ServiceUnavailable, new { Account = account, View = view, Form = form, Notice = shared["Unknown"].Value }),
            _ => ErrorPages.NotFound,
        };
    });

    /// <summary>Null when what is to be said twice is.</summary>
    private FormErrors? Missing(MailOrderForm form) => form.IsSure ? null : new FormErrors().Add($"{MailOrderForm.SureField}-{MailWords.Of(form.Decision)}", texts["Sure.Missing"]);

    private FormErrors ErrorsOf(MailSearch search)
    {
        var errors = new FormErrors();
        if (search.Reference is not null && search.Experience is null) errors.Add(MailSearch.ReferenceField, texts["Search.BadReference"]);
        if (search.From is not null && search.FromMoment is null) errors.Add(MailSearch.FromField, texts["Search.BadMoment"]);
        if (search.To is not null && search.ToMoment is null) errors.Add(MailSearch.ToField, texts["Search.BadMoment"]);
        return errors;
    }
}
