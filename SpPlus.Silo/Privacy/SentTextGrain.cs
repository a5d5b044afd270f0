namespace SpPlus.Silo.Privacy;

internal sealed class SentTextGrain(
    [PersistentState("sent-text")] IPersistentState<SealedState> state, SealedBox box) : Grain, ISentTextGrain
{
    public async Task Seal(SentText text)
    {
        state.State = new() { Bytes = box.Seal(this.GetPrimaryKeyString(), text, PrivacyJson.Default.SentText) };
        await state.WriteStateAsync();
    }

    public Task<SentText?> Read() => Task.FromResult(
        state.State.Bytes is { } bytes ? box.Open(this.GetPrimaryKeyString(), bytes, PrivacyJson.Default.SentText) : null);

    public Task Destroy() => state.RecordExists ? state.ClearStateAsync() : Task.CompletedTask;
}
