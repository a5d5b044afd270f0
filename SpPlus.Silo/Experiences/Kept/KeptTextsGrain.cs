using System.Collections.Immutable;

namespace SpPlus.Silo.Experiences.Kept;

internal sealed class KeptTextsGrain([PersistentState("kept-texts")] IPersistentState<KeptTexts> state) : Grain, IKeptTextsGrain
{
    /// <summary>Colleagues of one structure who type at once: more is no work but an accident.</summary>
    private const int Most = 20;

    public async Task Keep(KeptText text)
    {
        var others = state.State.Texts.Where(t => t.Subject != text.Subject).Take(Most - 1);
        var before = state.State.Texts;
        state.State.Texts = [text, .. others];
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            // What was not written is not shown either.
            state.State.Texts = before;
            DeactivateOnIdle();
            throw;
        }
    }

    public Task<ImmutableArray<KeptText>> Read() => Task.FromResult(state.State.Texts);
}
