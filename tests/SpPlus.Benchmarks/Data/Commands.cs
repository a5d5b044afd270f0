using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Benchmarks.Data;

/// <summary>A job as the product's command, and as the fact that it comes down to.</summary>
internal static class Commands
{
    public static ExperienceCommand Of(Job job) => job.Kind switch
    {
        JobKind.Draft => new SaveDraft
        {
            OperationId = Guid.NewGuid(), Structure = Seed.Structures[job.Structure], ExpectedVersion = job.ExpectedVersion, Response = Response(job),
        },
        JobKind.Publish => new PublishResponse
        {
            OperationId = Guid.NewGuid(), Structure = Seed.Structures[job.Structure], ExpectedVersion = job.ExpectedVersion, Response = Response(job),
        },
        _ => new CommentOnExperience { OperationId = Guid.NewGuid(), Text = Comment(job) },
    };

    public static Fact FactOf(Job job) => job.Kind switch
    {
        JobKind.Draft => new DraftSaved { Structure = Seed.Structures[job.Structure], Response = Response(job) },
        JobKind.Publish => new ResponsePublished { Structure = Seed.Structures[job.Structure], Version = 1, Response = Response(job) },
        _ => new CommentAdded { Text = Comment(job) },
    };

    public static string Comment(Job job) => Corpus.Comments[job.Experience % Corpus.Comments.Length];

    public static string ResponseOf(Job job) => Corpus.Responses[job.Experience % Corpus.Responses.Length];

    public const string Courtesy = "Bonjour,";

    private static ResponseText Response(Job job) => new() { Courtesy = Courtesy, Text = ResponseOf(job) };
}
