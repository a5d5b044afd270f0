using SpPlus.Standalone.Contract;

namespace SpPlus.AppHost;

internal static class MailExtensions
{
    public static Mail AddMail(this IDistributedApplicationBuilder builder, StackSettings stack)
    {
        if (!stack.IsRunning)
        {
            var host = builder.AddParameter("mail-host");
            var port = builder.AddParameter("mail-port");
            return new(ReferenceExpression.Create($"{host}"), ReferenceExpression.Create($"{port}"), builder.Sender());
        }

        if (stack.Mode == StackMode.External)
        {
            var host = builder.Configuration["Mail:Host"] ?? "127.0.0.1";
            var port = builder.Configuration["Mail:Port"] ?? "25";
            return new(ReferenceExpression.Create($"{host}"), ReferenceExpression.Create($"{port}"), builder.Sender());
        }

        var smtp = stack.Mode == StackMode.Containers ? builder.AddMailContainer() : builder.AddMailPart(stack);
        return new(
            ReferenceExpression.Create($"{smtp.Property(EndpointProperty.Host)}"),
            ReferenceExpression.Create($"{smtp.Property(EndpointProperty.Port)}"),
            builder.Sender());
    }

    public static IResourceBuilder<ProjectResource> WithMail(this IResourceBuilder<ProjectResource> silo, Mail mail) => silo
        .WithEnvironment(ContractKeys.MailHost, mail.Host)
        .WithEnvironment(ContractKeys.MailPort, mail.Port)
        .WithEnvironment(ContractKeys.MailFrom, mail.From);

    private static EndpointReference AddMailContainer(this IDistributedApplicationBuilder builder) => builder
        .AddContainer("mail", "maildev/maildev", "2.2.1")
        .WithHttpEndpoint(targetPort: 1080)
        .WithEndpoint(targetPort: 1025, scheme: "tcp", name: "smtp")
        .GetEndpoint("smtp");

    private static EndpointReference AddMailPart(this IDistributedApplicationBuilder builder, StackSettings stack)
    {
        var mail = builder.AddPart(stack, "mail").WithHttpEndpoint();
        mail.WithArgs("--web-port", mail.GetEndpoint("http").Property(EndpointProperty.TargetPort));
        return mail.Listening("--port", "smtp");
    }

    private static string Sender(this IDistributedApplicationBuilder builder) =>
        builder.Configuration["Mail:From"] ?? "Services Publics + <ne-pas-repondre@spplus.localhost>";
}
