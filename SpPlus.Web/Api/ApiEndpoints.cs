using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Experiences;
using SpPlus.Web.Hosting;
using SpPlus.Web.Reference;

namespace SpPlus.Web.Api;

/// <summary>The read-only API (PUB-2), from any origin, described by <see cref="Description"/>.</summary>
internal static class ApiEndpoints
{
    public const string Root = "/api/v1";
    public const string Description = "/api/openapi.json";

    public static IHostApplicationBuilder AddApi(this IHostApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi(options =>
        {
            options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(Root[1..], StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new() { Title = "Services Publics+", Version = "v1", Description = "Published experiences and their answers. Read-only, no key." };
                document.Servers = [];
                return Task.CompletedTask;
            });
        });
        return builder;
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").AddEndpointFilter((invocation, next) =>
        {
            invocation.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
            invocation.HttpContext.Response.Headers.CacheControl = "public, max-age=10";
            return next(invocation);
        }).IsPublic();
        api.MapGet(Root + "/experiences", List).WithSummary("Published experiences, newest first");
        api.MapGet(Root + "/experiences/{id}", One).WithSummary("One published experience");
        api.MapOpenApi(Description);
    }

    private static async Task<Results<Ok<ApiExperienceList>, ValidationProblem>> List(
        HttpContext context, [AsParameters] ApiListQuery asked, PublicExperiences experiences, ReferenceCache reference, CancellationToken cancellation)
    {
        var book = reference.Current;
        if (asked.Read(book, out var errors) is not { } query) return TypedResults.ValidationProblem(errors);
        var list = await experiences.List(query, cancellation);
        return TypedResults.Ok(new ApiExperienceList { Items = [.. list.Items.Select(e => ApiView.Of(e, book, Origin(context)))], Next = list.Next });
    }

    private static async Task<Results<Ok<ApiExperience>, ProblemHttpResult>> One(
        HttpContext context, [Description("Its reference, as its page's address ends.")] string id, PublicExperiences experiences, ReferenceCache reference,
        CancellationToken cancellation) =>
        ExperienceId.TryParse(id, out var experience) && await experiences.Find(experience, cancellation) is { } found
            ? TypedResults.Ok(ApiView.Of(found, reference.Current, Origin(context)))
            : TypedResults.Problem("No published experience has this reference.", statusCode: StatusCodes.Status404NotFound);

    private static string Origin(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";
}
