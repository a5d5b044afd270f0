namespace SpPlus.Contracts.Experiences;

/// <summary>How the author felt (ressenti).</summary>
[GenerateSerializer, Alias("spplus.feeling")]
public enum Feeling
{
    Positive = 1,
    Neutral = 2,
    Negative = 3,
}

/// <summary>Where an experience stands with moderation (MOD-1, MOD-4) and with its author.</summary>
[GenerateSerializer, Alias("spplus.experience-status")]
public enum ExperienceStatus
{
    Submitted = 1,
    Published = 2,
    PublishedAfterModeration = 3,
    Rejected = 4,
    Unpublished = 5,
    Withdrawn = 6,
}

/// <summary>Where one structure stands with its own response (RESP-1, RESP-3, ROUTE-7).</summary>
[GenerateSerializer, Alias("spplus.response-status")]
public enum ResponseStatus
{
    ToDo = 1,
    Draft = 2,
    ToValidate = 3,
    Published = 4,
    Adopted = 5,
    NotConcerned = 6,

    /// <summary>Published or adopted, and may still be taken back: not public yet (RESP-5).</summary>
    Publishing = 7,
}

/// <summary>What the public is told about the responses (RESP-6): derived from the structures' own statuses, never stored.</summary>
[GenerateSerializer, Alias("spplus.answer-status")]
public enum AnswerStatus
{
    Awaiting = 1,
    Partial = 2,
    Answered = 3,
}
