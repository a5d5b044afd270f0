using System.Security.Cryptography;

namespace SpPlus.Silo.Privacy;

internal sealed partial class SentTextGrain(
    [PersistentState("sent-text")] IPersistentState<SealedState> state, SealedBox box, ILogger<SentTextGrain> logger) : Grain, ISentTextGrain
{
    public Task Seal(SentText text) => state.Write(
        new() { Bytes = box.Seal(this.GetPrimaryKeyString(), text, PrivacyJson.Default.SentText) }, DeactivateOnIdle);

    public Task<SentText?> Read() => Task.FromResult(state.State.Bytes is { } bytes ? Open(bytes) : null);

    public async Task Rewrap()
    {
        if (state.State.Bytes is not { } bytes || box.Rewrap(this.GetPrimaryKeyString(), bytes) is var wrapped && wrapped == bytes) return;
        await state.Write(new() { Bytes = wrapped, Sequence = state.State.Sequence }, DeactivateOnIdle);
    }

    public Task Destroy() => state.RecordExists ? state.ClearStateAsync() : Task.CompletedTask;

    // A value, not an exception: one text that does not open must not take a whole list down with it.
    private SentText Open(SealedBytes bytes)
    {
        try
        {
            return box.Open(this.GetPrimaryKeyString(), bytes, PrivacyJson.Default.SentText);
        }
        catch (CryptographicException exception)
        {
            LogUnreadable(exception, this.GetPrimaryKeyString());
            return SentText.Unreadable;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The sent text of experience {Experience} does not open")]
    private partial void LogUnreadable(Exception exception, string experience);
}
