namespace SpPlus.Silo.Privacy;

internal sealed class VaultGrain(
    [PersistentState("vault")] IPersistentState<SealedState> state, SealedBox box) : Grain, IVaultGrain
{
    public async Task Seal(VaultContent content, int sequence)
    {
        state.State = new() { Bytes = box.Seal(this.GetPrimaryKeyString(), content, PrivacyJson.Default.VaultContent, content.Address), Sequence = sequence };
        await state.WriteStateAsync();
    }

    public Task<SealedBytes?> Read() => Task.FromResult(state.State.Bytes);

    public async Task Rewrap()
    {
        if (state.State.Bytes is not { } bytes || box.Rewrap(this.GetPrimaryKeyString(), bytes) is var wrapped && wrapped == bytes) return;
        state.State.Bytes = wrapped;
        await state.WriteStateAsync();
    }

    public Task Destroy(int upTo) => state.RecordExists && state.State.Sequence <= upTo ? state.ClearStateAsync() : Task.CompletedTask;
}
