using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Privacy;
using SpPlus.Web.Privacy;
using SpPlus.Web.Submission;
using Xunit;

namespace SpPlus.Tests.Web;

public sealed class PersonalDataGuardTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task Marks_are_numbered_in_the_order_of_the_preview_and_lead_to_their_field()
    {
        var guard = Guard(texts => Task.FromResult(texts.Texts.Select(t => t.Contains("Mme", StringComparison.Ordinal) ? ImmutableArray.Create(Mark) : []).ToImmutableArray()));
        var draft = SubmissionDraft.New(null, []) with { Title = "Mme A", Pseudonym = "Luc", Procedure = "Mme B", Story = "Mme C" };

        var marks = await DraftMarks.Of(draft, guard);

        Assert.Equal((3, 2, 3), (marks.All.Length, marks.FirstOfByLine, marks.FirstOfStory));
        Assert.Equal([SubmissionFields.Title, SubmissionFields.Procedure, SubmissionFields.Story], Enumerable.Range(1, 3).Select(marks.FieldOf));
    }

    [Fact]
    public async Task A_silo_that_is_away_marks_nothing_and_breaks_nothing()
    {
        var marks = await Guard(_ => throw new TimeoutException()).Look(["Mme Exemple", "rien"]);
        Assert.Equal([0, 0], marks.Select(m => m.Length));
    }

    [Fact]
    public async Task A_silo_that_never_answers_is_not_waited_for()
    {
        var look = Guard(_ => new TaskCompletionSource<ImmutableArray<ImmutableArray<PersonalDataMark>>>().Task).Look(["Mme Exemple"]);
        Assert.False(look.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty(Assert.Single(await look));
    }

    [Fact]
    public async Task A_draft_without_a_word_asks_nobody() =>
        Assert.Empty((await DraftMarks.Of(SubmissionDraft.New(null, []), Guard(_ => throw new InvalidOperationException("asked")))).All);

    private static PersonalDataMark Mark { get; } = new() { Kind = PersonalDataKind.Name, Start = 0, Length = 5, Passage = "Mme A" };

    private PersonalDataGuard Guard(Func<TextsToCheck, Task<ImmutableArray<ImmutableArray<PersonalDataMark>>>> look) =>
        new(Grains.Of(new Grain(look)), time, NullLogger<PersonalDataGuard>.Instance);

    private sealed class Grain(Func<TextsToCheck, Task<ImmutableArray<ImmutableArray<PersonalDataMark>>>> look) : IPersonalDataGrain
    {
        public Task<ImmutableArray<ImmutableArray<PersonalDataMark>>> Look(TextsToCheck texts) => look(texts);
    }

    /// <summary>A factory of one grain.</summary>
    public class Grains : DispatchProxy
    {
        private object grain = null!;

        public static IGrainFactory Of(object grain)
        {
            var factory = Create<IGrainFactory, Grains>();
            ((Grains)(object)factory).grain = grain;
            return factory;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => grain;
    }
}
