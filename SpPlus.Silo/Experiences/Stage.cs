using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Experiences;

/// <summary>Where a structure stands, with what its status alone does not tell: what is asked of it depends on this (RESP-1, RESP-5, ROUTE-5).</summary>
[Flags]
internal enum Stage
{
    ToDo = 1 << 0,
    Draft = 1 << 1,
    ToValidate = 1 << 2,

    /// <summary>Unanswered, and another structure is asked to take over.</summary>
    Transferring = 1 << 3,

    /// <summary>Published, adopted or amended, and may still be taken back.</summary>
    Publishing = 1 << 4,
    Published = 1 << 5,
    Adopted = 1 << 6,

    /// <summary>Answered, and a new text is being written.</summary>
    Amending = 1 << 7,

    /// <summary>Answered, and a new text awaits validation.</summary>
    AmendmentToValidate = 1 << 8,
    NotConcerned = 1 << 9,

    Unanswered = ToDo | Draft | ToValidate,
    Answered = Published | Adopted | Amending | AmendmentToValidate,
    Any = Unanswered | Transferring | Publishing | Answered | NotConcerned,
}

internal static class Stages
{
    public static Stage Of(Standing standing) => standing switch
    {
        { Pending: not null } => Stage.Publishing,
        { Status: ResponseStatus.NotConcerned } => Stage.NotConcerned,
        { IsAnswered: true, Draft.AwaitsValidation: true } => Stage.AmendmentToValidate,
        { IsAnswered: true, Draft: not null } => Stage.Amending,
        { Status: ResponseStatus.Published } => Stage.Published,
        { Status: ResponseStatus.Adopted } => Stage.Adopted,
        { Transfer: not null } => Stage.Transferring,
        { Status: ResponseStatus.ToValidate } => Stage.ToValidate,
        { Status: ResponseStatus.Draft } => Stage.Draft,
        _ => Stage.ToDo,
    };
}
