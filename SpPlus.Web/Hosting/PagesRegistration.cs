using System.Globalization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace SpPlus.Web.Hosting;

internal static class PagesRegistration
{
    /// <summary>The largest form, a text of many marks at the moderation desk, has some hundreds.</summary>
    public const int MaximumFields = 1_024;

    private static readonly CultureInfo[] Languages = [new("fr"), new("en")];

    public static IHostApplicationBuilder AddPages(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddLocalization();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "spplus.form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
            options.SuppressXFrameOptionsHeader = true;
        });
        // A page in French keeps its accents readable in the source.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.Configure<FormOptions>(options =>
        {
            options.ValueCountLimit = MaximumFields;
            options.ValueLengthLimit = 256 * 1024;
            options.BufferBodyLengthLimit = 1024 * 1024;
        });
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new(Languages[0]);
            options.SupportedCultures = Languages;
            options.SupportedUICultures = Languages;
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = LanguageEndpoints.Cookie }, new AcceptLanguageHeaderRequestCultureProvider()];
        });
        return builder;
    }
}
