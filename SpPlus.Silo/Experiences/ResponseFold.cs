using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Facts;

namespace SpPlus.Silo.Experiences;

/// <summary>A structure's response after a fact. An answered one stays answered while it is amended (RESP-5).</summary>
internal static class ResponseFold
{
    public static Standing Drafted(Standing standing, ResponseText response, bool awaitsValidation, Actor actor, DateTimeOffset at)
    {
        var sentBack = awaitsValidation ? null : standing.Draft;
        return standing with
        {
            Status = standing.IsAnswered ? standing.Status : awaitsValidation ? ResponseStatus.ToValidate : ResponseStatus.Draft,
            Version = standing.Version + 1,
            SavedBy = Saved(standing, actor),
            Draft = Written(standing, response, actor, at) with
            {
                AwaitsValidation = awaitsValidation, SentBackWord = sentBack?.SentBackWord, SentBackBy = sentBack?.SentBackBy,
            },
        };
    }

    public static Standing SentBack(Standing standing, ResponseSentBack fact, Actor actor) => standing with
    {
        Status = standing.IsAnswered ? standing.Status : ResponseStatus.Draft,
        Version = standing.Version + 1,
        Draft = standing.Draft is { } draft
            ? draft with { SentBackWord = fact.Word, SentBackBy = actor, AwaitsValidation = false }
            : null,
    };

    public static Standing Scheduled(Standing standing, PublicationScheduled fact, Actor actor, DateTimeOffset at)
    {
        var draft = fact.Response is { } response && response != standing.Draft?.Response
            ? Written(standing, response, actor, at)
            : standing.Draft;
        return standing with
        {
            Status = standing.IsAnswered ? standing.Status : ResponseStatus.Publishing,
            Version = standing.Version + 1,
            SavedBy = fact.Response is null ? standing.SavedBy : Saved(standing, actor),
            Draft = draft,
            Pending = new()
            {
                By = actor, At = at, ClosesAt = fact.ClosesAt, Response = fact.Response, Version = fact.Version,
                Adopted = fact.Adopted, AdoptedVersion = fact.AdoptedVersion,
                Before = standing.Status == ResponseStatus.ToDo && draft is not null ? ResponseStatus.Draft : standing.Status,
            },
        };
    }

    public static Standing TakenBack(Standing standing, PublicationTakenBack fact) => standing with
    {
        Status = fact.Status, Version = standing.Version + 1, Pending = null,
    };

    public static Standing Published(Standing standing, ResponsePublished fact, Actor actor, DateTimeOffset at) => standing with
    {
        Status = ResponseStatus.Published,
        Version = standing.Version + 1,
        SavedBy = Saved(standing, actor),
        Draft = null,
        Pending = null,
        Intent = null,
        Transfer = null,
        Adoption = null,
        Earlier = standing.Published is { } earlier ? standing.Earlier.Add(earlier) : standing.Earlier,
        Published = new() { Response = fact.Response, Version = fact.Version, At = at, By = standing.Pending?.By ?? actor },
        AnsweredAt = standing.AnsweredAt ?? at,
    };

    public static Standing Adopted(Standing standing, ResponseAdopted fact, DateTimeOffset at) => standing with
    {
        Status = ResponseStatus.Adopted,
        Version = standing.Version + 1,
        Pending = null,
        Intent = null,
        Transfer = null,
        Adoption = new() { Adopted = fact.Adopted, Version = fact.AdoptedVersion, At = at },
        // The structure has chosen the other's text: its own stays as a draft, and nobody is asked to validate it any more.
        Draft = standing.Draft is { } draft ? draft with { AwaitsValidation = false } : null,
        AnsweredAt = standing.AnsweredAt ?? at,
    };

    public static Standing Promised(Standing standing, IntentDeclared fact, Actor actor, DateTimeOffset at) => standing with
    {
        Intent = fact.Intent is { } intent ? new() { Intent = intent, Of = fact.Of, By = actor, At = at } : null,
    };

    private static ImmutableDictionary<string, int> Saved(Standing standing, Actor actor) =>
        actor.Subject is { } subject ? standing.SavedBy.SetItem(subject, standing.Version + 1) : standing.SavedBy;

    /// <summary>Who hands in another's text unchanged has not written it: RESP-7 asks for the one who has.</summary>
    private static Draft Written(Standing standing, ResponseText response, Actor actor, DateTimeOffset at) =>
        new() { Response = response, By = standing.Draft?.Response == response ? standing.Draft.By : actor, At = at };
}
