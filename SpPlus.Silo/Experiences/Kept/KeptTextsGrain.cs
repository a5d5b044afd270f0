using System.Collections.Immutable;

namespace SpPlus.Silo.Experiences.Kept;

internal sealed class KeptTextsGrain([PersistentState("kept-texts")] IPersistentState<KeptTexts> state) : Grain, IKeptTextsGrain
{
    /// <summary>Colleagues of one structure who type at once: more is no work but an accident.</summary>
    private const int Most = 20;

    public Task Keep(KeptText text) => Write([text, .. state.State.Texts.Where(t => t.Subject != text.Subject).Take(Most - 1)]);

    public Task LetGo(string subject) => Write([.. state.State.Texts.Where(t => t.Subject != subject)]);

    public Task Destroy() => state.RecordExists ? state.ClearStateAsync() : Task.CompletedTask;

    public Task<ImmutableArray<KeptText>> Read() => Task.FromResult(state.State.Texts);

    private async Task Write(ImmutableArray<KeptText> texts)
    {
        var before = state.State.Texts;
        if (texts.SequenceEqual(before)) return;
        state.State.Texts = texts;
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
}
