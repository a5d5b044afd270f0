namespace SpPlus.Silo.Privacy;

internal sealed class VaultGrain(
    [PersistentState("vault")] IPersistentState<SealedState> state, SealedBox box) : Grain, IVaultGrain
{
    public async Task Seal(VaultContent content)
    {
        state.State = new() { Bytes = box.Seal(this.GetPrimaryKeyString(), content, PrivacyJson.Default.VaultContent) };
        await state.WriteStateAsync();
    }

    public Task<SealedBytes?> Read() => Task.FromResult(state.State.Bytes);

    public Task Destroy() => state.RecordExists ? state.ClearStateAsync() : Task.CompletedTask;
}
