using SpPlus.Contracts.Audience;
using SpPlus.Contracts.Experiences;
using SpPlus.Web.Experiences;

namespace SpPlus.Web.Live;

/// <summary>
/// All pages that listen in this process: a room for each experience, one timer for all of them, and one observer that the grains
/// call. Nothing here is known to another process: any of them serves any page.
/// </summary>
internal sealed class LiveRooms(
    IExperienceAudiences audiences, Fragments fragments, TimeProvider time, ILogger<LiveRooms> logger) : BackgroundService, IAudienceObserver
{
    private readonly Lock gate = new();
    private readonly Dictionary<ExperienceId, LiveRoom> rooms = [];
    private readonly string replica = Guid.NewGuid().ToString("n");
    private IAudienceObserver? reference;

    /// <summary>The page is told nothing before it is admitted.</summary>
    public void Enter(ExperienceId id, OpenPage page)
    {
        lock (gate)
        {
            if (!rooms.TryGetValue(id, out var room))
            {
                rooms.Add(id, room = new(id, this, fragments, time, logger));
                _ = Task.Run(room.Run);
            }

            room.Post(new RoomEvent.Came(page));
        }
    }

    public void Leave(ExperienceId id, OpenPage page) => Find(id)?.Post(new RoomEvent.Left(page));

    public Task Hear(Hint hint)
    {
        Find(hint.Experience)?.Post(new RoomEvent.Heard(hint));
        return Task.CompletedTask;
    }

    public Task<AudienceView?> Ask(ExperienceId id, string[] people, int? knownComments)
    {
        reference ??= audiences.Observe(this);
        return audiences.Attend(id, new() { Replica = replica, Observer = reference, People = [.. people], KnownComments = knownComments });
    }

    /// <summary>An empty room goes, unless somebody came meanwhile.</summary>
    public bool Retire(LiveRoom room)
    {
        lock (gate)
        {
            if (!room.IsQuiet) return false;
            rooms.Remove(room.Id);
            return true;
        }
    }

    /// <summary>Every page is asked to come back, to another process.</summary>
    public void Close() => PostToAll(RoomEvent.Closed.Now);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Attendance.Renewal, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) PostToAll(RoomEvent.Due.Now);
    }

    private LiveRoom? Find(ExperienceId id)
    {
        lock (gate) return rooms.GetValueOrDefault(id);
    }

    private void PostToAll(RoomEvent happened)
    {
        lock (gate)
            foreach (var room in rooms.Values) room.Post(happened);
    }
}
