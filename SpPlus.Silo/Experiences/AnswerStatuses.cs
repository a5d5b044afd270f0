using SpPlus.Contracts.Experiences;

namespace SpPlus.Silo.Experiences;

/// <summary>RESP-6: said in one place.</summary>
internal static class AnswerStatuses
{
    public static AnswerStatus Of(int answered, int awaited) => (answered, awaited) switch
    {
        (0, _) => AnswerStatus.Awaiting,
        (_, 0) => AnswerStatus.Answered,
        _ => AnswerStatus.Partial,
    };
}
