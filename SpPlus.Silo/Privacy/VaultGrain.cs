namespace SpPlus.Silo.Privacy;

internal sealed class VaultGrain(
    [PersistentState("vault")] IPersistentState<SealedState> state, SealedBox box) : Grain, IVaultGrain
{
    public Task Seal(VaultContent content, int sequence) => state.Write(
        new() { Bytes = box.Seal(this.GetPrimaryKeyString(), content, PrivacyJson.Default.VaultContent, content.Address), Sequence = sequence }, DeactivateOnIdle);

    public Task<SealedBytes?> Read() => Task.FromResult(state.State.Bytes);

    public async Task Rewrap()
    {
        if (state.State.Bytes is not { } bytes || box.Rewrap(this.GetPrimaryKeyString(), bytes) is var wrapped && wrapped == bytes) return;
        await state.Write(new() { Bytes = wrapped, Sequence = state.State.Sequence }, DeactivateOnIdle);
    }

    public Task Destroy(int upTo) => state.RecordExists && state.State.Sequence <= upTo ? state.ClearStateAsync() : Task.CompletedTask;
}
