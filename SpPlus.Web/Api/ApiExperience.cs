using System.Collections.Immutable;
using System.ComponentModel;
using SpPlus.Contracts.Experiences;

namespace SpPlus.Web.Api;

/// <summary>A published experience as the API gives it (PUB-2).</summary>
[Description("A published experience with the answers of the structures concerned.")]
internal sealed record ApiExperience
{
    public required string Id { get; init; }

    [Description("Its page for people.")]
    public required string Page { get; init; }
    public required string Title { get; init; }

    [Description("The account as it is public; […] stands for what moderation masked.")]
    public required string Story { get; init; }
    public string? Pseudonym { get; init; }

    [Description("The day of the contact that it tells of.")]
    public required DateOnly ContactDate { get; init; }

    [Description("The day it was written, in Paris.")]
    public required DateOnly WrittenOn { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }

    [Description("Passages were masked or changed before it was published.")]
    public required bool Moderated { get; init; }
    public required Feeling Feeling { get; init; }

    [Description("Code of the département.")]
    public string? Department { get; init; }

    [Description("ISO 3166-1 code, for accounts from abroad.")]
    public string? Country { get; init; }
    public string? Procedure { get; init; }
    public required AnswerStatus AnswerStatus { get; init; }
    public required ImmutableArray<ApiSubject> GeneralTags { get; init; }
    public required ImmutableArray<ApiStructure> Structures { get; init; }
}

[Description("What it is about, or the way it was asked, and how that was felt.")]
internal sealed record ApiSubject(string Id, string Name, Feeling? Feeling);

[Description("A structure concerned, and its answer where there is one.")]
internal sealed record ApiStructure
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    [Description("The network that it belongs to.")]
    public required string Network { get; init; }
    public required ImmutableArray<ApiSubject> Channels { get; init; }
    public ApiAnswer? Answer { get; init; }

    [Description("The structure whose answer is this one's too.")]
    public string? Adopted { get; init; }

    [Description("The author found the answer useful, or not; null while they have not said.")]
    public bool? Useful { get; init; }
}

[Description("A published answer.")]
internal sealed record ApiAnswer
{
    public string? Courtesy { get; init; }
    public required string Text { get; init; }
    public string? Signature { get; init; }

    [Description("When the structure first answered.")]
    public DateTimeOffset? AnsweredAt { get; init; }

    [Description("2 and more: the answer was amended.")]
    public required int Version { get; init; }

    [Description("The structure whose answer this one completes.")]
    public string? Complements { get; init; }
}

[Description("A page of experiences, newest first.")]
internal sealed record ApiExperienceList
{
    public required ImmutableArray<ApiExperience> Items { get; init; }

    [Description("Given as `after`, brings the page that follows; null on the last one.")]
    public string? Next { get; init; }
}
