using System.Collections.Immutable;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Privacy;

namespace SpPlus.Web.Submission;

/// <summary>What looks like personal data in what will be public of a draft (SUBMIT-2), numbered in the order of the preview.</summary>
public sealed record DraftMarks
{
    public static DraftMarks None { get; } = new();

    public ImmutableArray<PersonalDataMark> Title { get; private init; } = [];
    public ImmutableArray<PersonalDataMark> Pseudonym { get; private init; } = [];
    public ImmutableArray<PersonalDataMark> Procedure { get; private init; } = [];
    public ImmutableArray<PersonalDataMark> Story { get; private init; } = [];

    public ImmutableArray<PersonalDataMark> All => [.. Title, .. ByLine, .. Story];

    /// <summary>Those of the line under the title.</summary>
    public ImmutableArray<PersonalDataMark> ByLine => [.. Pseudonym, .. Procedure];

    public int FirstOfByLine => 1 + Title.Length;

    public int FirstOfStory => FirstOfByLine + ByLine.Length;

    /// <summary>The field where the mark of that number is corrected.</summary>
    public string FieldOf(int number) =>
        number < FirstOfByLine ? SubmissionFields.Title
        : number < FirstOfByLine + Pseudonym.Length ? SubmissionFields.Pseudonym
        : number < FirstOfStory ? SubmissionFields.Procedure
        : SubmissionFields.Story;

    internal static async Task<DraftMarks> Of(SubmissionDraft draft, PersonalDataGuard guard)
    {
        var marks = await guard.Look([draft.Title ?? "", draft.Pseudonym ?? "", draft.Procedure ?? "", draft.Story ?? ""]);
        return new() { Title = marks[0], Pseudonym = marks[1], Procedure = marks[2], Story = marks[3] };
    }
}
