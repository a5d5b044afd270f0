using SpPlus.Standalone.Stacks;

namespace SpPlus.Standalone.Check;

internal sealed class PagesAnswer : IMainJob
{
    public async Task<string?> DoAsync(Stack stack, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        Uri[] addresses =
        [
            new(stack.Web, "/"), new(stack.Web, "/health"), new(stack.MailWeb, "/api/email"),
            new(stack.Connections.Authority, "/.well-known/openid-configuration"),
            .. stack.Ports.Silos.Select(silo => new Uri(silo.Address, "/health")),
        ];
        foreach (var address in addresses)
        {
            using var answer = await http.GetAsync(address, cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                return $"{address} answered {(int)answer.StatusCode}.";
            }
        }

        using var agent = await PersonaSession.SignInAsync(stack.Web, "dev-caf-agent", cancellation);
        return agent is null ? "An agent could not sign in." : null;
    }
}
