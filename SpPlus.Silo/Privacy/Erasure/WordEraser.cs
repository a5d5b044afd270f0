using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences.Kept;
using SpPlus.Silo.Journal;

namespace SpPlus.Silo.Privacy.Erasure;

/// <summary>
/// Takes an experience's words from everything that is not the read model, which the same facts empty. The state first: from then on
/// nothing can write the words again, neither a snapshot nor a text that is being kept. The journal's facts are rewritten in one
/// statement; the trace comes last, so that it is there only when the words are not.
/// </summary>
internal sealed class WordEraser(FactTable facts, ErasureQueue queue, IGrainFactory grains)
{
    public async Task Erase(DueErasure due, CancellationToken cancellation)
    {
        var experience = grains.GetGrain<IErasedGrain>(due.Experience);
        await experience.Scrub(due.Reach);
        foreach (var key in await queue.KeptTexts(due.Experience, cancellation)) await grains.GetGrain<IKeptTextsGrain>(key).Destroy();
        await experience.Trace(due.Reach, await Rewrite(due));
        if (due.Reach == Reach.EveryWord) await queue.ForgetMails(due.Experience, cancellation);
    }

    /// <summary>How many facts there are of kinds that hold words: the same number when it is done again.</summary>
    private async Task<int> Rewrite(DueErasure due)
    {
        var id = ExperienceId.Parse(due.Experience);
        var erased = (await facts.Read(id, 0)).Select(r => (r.Sequence, r.Fact, Erased: ErasedFacts.Of(r.Fact, due.Reach))).Where(r => r.Erased is not null).ToArray();
        await facts.Rewrite(id, [.. erased.Where(r => r.Fact != r.Erased).Select(r => (r.Sequence, r.Erased!))]);
        return erased.Length;
    }
}
