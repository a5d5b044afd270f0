using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SpPlus.Silo.Mail.Letters;
using SpPlus.Silo.Mail.News;
using SpPlus.Silo.Mail.Operators;
using SpPlus.Silo.Mail.Pace;
using SpPlus.Silo.Mail.Smtp;

namespace SpPlus.Silo.Mail;

internal static class MailRegistration
{
    public static IHostApplicationBuilder AddMail(this IHostApplicationBuilder builder)
    {
        builder.AddMailOrders();
        builder.Services.AddOptions<PublicSiteOptions>().BindConfiguration("Web")
            .Validate<IOptions<MailOptions>>(
                (site, mail) => site.IsValid || !mail.Value.IsOn, "Web:PublicAddress is an absolute http(s) address, required with Mail:Host.")
            .ValidateOnStart();
        builder.Services.AddSingleton<MailOutbox>();
        builder.Services.AddSingleton<LinkQueue>();
        builder.Services.AddSingleton<DomainPace>();
        builder.Services.AddSingleton<MailBreaker>();
        builder.Services.AddSingleton<MailTelemetry>();
        builder.Services.AddHealthChecks().AddCheck<MailHealth>("mail");
        builder.Services.AddSingleton<LetterLinks>();
        builder.Services.AddSingleton<MailPreparation>();
        builder.Services.AddSingleton<NewsQueries>();
        builder.Services.TryAddSingleton<INewsWriter, NewsWriter>();
        builder.Services.AddSingleton<NewsWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<NewsWatch>());
        builder.Services.TryAddSingleton<IAuthorVault, AuthorVault>();
        builder.Services.TryAddSingleton<IMailServer, MailKitServer>();
        builder.Services.AddSingleton<MailDelivery>();
        builder.Services.AddSingleton<MailSender>();
        builder.Services.AddHostedService(services => services.GetRequiredService<MailSender>());
        return builder;
    }

    /// <summary>What operators do, without a silo.</summary>
    public static IHostApplicationBuilder AddMailOrders(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<MailListing>();
        builder.Services.AddSingleton<MailCounting>();
        builder.Services.AddSingleton<MailOrders>();
        return builder;
    }
}
