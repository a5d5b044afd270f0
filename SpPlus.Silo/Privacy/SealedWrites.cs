namespace SpPlus.Silo.Privacy;

/// <summary>A sealed row is in memory what it is in the database, or the activation goes and the next one reads.</summary>
internal static class SealedWrites
{
    public static async Task Write(this IPersistentState<SealedState> state, SealedState next, Action deactivate)
    {
        var before = state.State;
        state.State = next;
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            state.State = before;
            deactivate();
            throw;
        }
    }
}
