namespace SpPlus.ServiceDefaults;

/// <summary>What a process hands over before it ends, while it still works as ever.</summary>
public interface IDrained
{
    /// <summary>Until there is nothing left or the grace is over: what is left then is dealt with as without a grace.</summary>
    Task Drain(TimeSpan grace, CancellationToken graceIsOver);
}
