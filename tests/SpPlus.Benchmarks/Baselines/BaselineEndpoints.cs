using System.Collections.Frozen;
using Microsoft.AspNetCore.Antiforgery;
using SpPlus.Benchmarks.Data;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Accounts;
using SpPlus.Web.Accounts;
using SpPlus.Web.Agents;
using SpPlus.Web.Forms;
using SpPlus.Web.Hosting;

namespace SpPlus.Benchmarks.Baselines;

/// <summary>The same forms at the same addresses, read by the web's own code: session, form, token, command, answer.</summary>
internal static class BaselineEndpoints
{
    private static readonly FrozenDictionary<string, Account> Accounts = Seed.Accounts.ToFrozenDictionary(account => account.Subject);

    private static readonly FrozenDictionary<string, AgentCommand> Forms = AgentCommands.All.ToFrozenDictionary(command => command.Name);

    public static void MapBaseline(this WebApplication app)
    {
        app.MapGet("/agents/experiences/{id}", (HttpContext context, IAntiforgery antiforgery) =>
        {
            var tokens = antiforgery.GetAndStoreTokens(context);
            return Results.Content($"<form method=\"post\"><input type=\"hidden\" name=\"{tokens.FormFieldName}\" value=\"{tokens.RequestToken}\"></form>", "text/html");
        });
        app.MapPost("/agents/experiences/{id}/{form}", async (HttpContext context, string id, string form, PostedForm posted, IAntiforgery antiforgery, IBaseline baseline) =>
        {
            if (context.User.Caller().Subject is not { } subject || Accounts.GetValueOrDefault(subject) is not { } account) return Results.Unauthorized();
            if (!ExperienceId.TryParse(id, out var experience) || !Forms.TryGetValue(form, out var command)) return Results.NotFound();
            if (!await antiforgery.IsRequestValidAsync(context) || command.Make(posted) is not { } made) return Results.BadRequest();
            var result = await baseline.Execute(experience, made, account);
            return result.Accepted ? Pages.SeeOther($"/agents/experiences/{experience}?fait={form}") : Results.Conflict(result.Refusal.ToString());
        });
    }
}
