namespace SpPlus.Silo.Experiences;

/// <summary>Writes an activation's snapshots when they are due. One that is not written costs a replay and nothing else.</summary>
internal sealed partial class SnapshotKeeper(IGrainBase grain, IPersistentState<ExperienceSnapshot> snapshot, ILogger logger)
{
    private IGrainTimer? saving;

    /// <summary>After the answer, so that it costs its caller nothing.</summary>
    public void SaveSoon(Func<Experience> current)
    {
        if (saving is not null || !ExperienceSnapshot.IsDue(snapshot.State, current(), onDeactivation: false)) return;
        saving = grain.RegisterGrainTimer(
            async () =>
            {
                saving?.Dispose();
                saving = null;
                await Save(current());
            },
            new() { DueTime = TimeSpan.Zero, Period = Timeout.InfiniteTimeSpan });
    }

    /// <summary>For an activation that moves: the next one has it without PostgreSQL, which is what a silo that ends has no time for.</summary>
    public void Carry(Experience experience) => snapshot.State = Of(experience);

    public Task SaveLast(Experience experience) =>
        ExperienceSnapshot.IsDue(snapshot.State, experience, onDeactivation: true) ? Save(experience) : Task.CompletedTask;

    /// <summary>Due or not, and durable on return: whatever was written before is not there any more, and an activation that was forgotten elsewhere cannot write it again.</summary>
    public Task Overwrite(Experience experience)
    {
        snapshot.State = Of(experience);
        return snapshot.WriteStateAsync();
    }

    private static ExperienceSnapshot Of(Experience experience) => new() { Format = ExperienceSnapshot.CurrentFormat, Experience = experience };

    private async Task Save(Experience experience)
    {
        try
        {
            await Overwrite(experience);
        }
        catch (Exception exception)
        {
            LogNotSaved(exception, grain.GrainContext.GrainId.Key.ToString()!, experience.Sequence);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Snapshot of experience {Experience} at {Sequence} not saved; activation will replay")]
    private partial void LogNotSaved(Exception exception, string experience, int sequence);
}
