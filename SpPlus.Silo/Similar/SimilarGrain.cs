using System.Collections.Immutable;
using Orleans.Concurrency;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Contracts.Moderation;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Privacy;

namespace SpPlus.Silo.Similar;

/// <summary>Asks the experience itself for its words, as whoever asks may read them; then compares.</summary>
[StatelessWorker]
internal sealed class SimilarGrain(AccountDirectory accounts, SimilarQueries queries, WaitingSketches sketches) : Grain, ISimilarGrain
{
    private const int Shown = 6;

    /// <summary>Fewer words in common are in common by chance.</summary>
    private const int FewestShared = 8;
    private const int FewestSharedUnpublished = 25;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    public async Task<SimilarExperiences?> Of(ExperienceId experience, Caller caller)
    {
        if (accounts.Find(caller.Subject) is not { IsSteward: true }) return null;
        if (await GrainFactory.GetGrain<IExperienceGrain>(experience.Value).View(caller) is not { } view) return null;
        if (view.Story.Length == 0) return new();
        var sketch = TextSketch.Of(view.Title, view.Story);
        var found = queries.Like(view);
        var (texts, isComplete) = await sketches.Read(Patience);
        return new()
        {
            Public = Public(await found, sketch),
            Waiting = await Waiting(texts.Where(t => t.Id != experience), sketch),
            WaitingCompared = texts.Count,
            IsPartial = !isComplete,
        };
    }

    /// <summary>In the order that they were found in; those that may be the same first.</summary>
    private static ImmutableArray<SimilarExperience> Public(List<PublicText> found, TextSketch sketch) =>
    [
        .. found.Select(text =>
        {
            var other = TextSketch.Of(text.Title, text.Story);
            return new SimilarExperience
            {
                Experience = text.Id, Title = text.Title, Status = text.Status, At = text.PublishedAt,
                SharedWords = sketch.SharedWords(other), MaybeSame = sketch.MaybeSame(other),
            };
        }).Where(s => s.MaybeSame || s.SharedWords >= FewestShared).OrderByDescending(s => s.MaybeSame).Take(Shown),
    ];

    private async Task<ImmutableArray<SimilarExperience>> Waiting(IEnumerable<WaitingText> texts, TextSketch sketch)
    {
        var closest = texts
            .Select(text => (Text: text, Shared: sketch.SharedWords(text.Sketch), MaybeSame: sketch.MaybeSame(text.Sketch)))
            .Where(t => t.MaybeSame || t.Shared >= FewestSharedUnpublished)
            .OrderByDescending(t => t.MaybeSame).ThenByDescending(t => t.Shared).ThenByDescending(t => t.Text.SubmittedAt)
            .Take(Shown).ToArray();
        var sent = await Task.WhenAll(closest.Select(t => GrainFactory.GetGrain<ISentTextGrain>(t.Text.Id.Value).Read()));
        return
        [
            .. closest.Zip(sent).Where(pair => pair.Second is { IsUnreadable: false }).Select(pair => new SimilarExperience
            {
                Experience = pair.First.Text.Id, Title = pair.Second!.Title, Status = ExperienceStatus.Submitted, At = pair.First.Text.SubmittedAt,
                SharedWords = pair.First.Shared, MaybeSame = pair.First.MaybeSame,
            }),
        ];
    }
}
