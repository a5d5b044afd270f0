using SpPlus.Contracts.Audience;

namespace SpPlus.Web.Live;

/// <summary>What happens to a room, taken up one after another.</summary>
internal abstract record RoomEvent
{
    private RoomEvent()
    {
    }

    public sealed record Came(OpenPage Page) : RoomEvent;

    public sealed record Left(OpenPage Page) : RoomEvent;

    public sealed record Heard(Hint Hint) : RoomEvent;

    /// <summary>It is time to say again who is here.</summary>
    public sealed record Due : RoomEvent
    {
        public static readonly Due Now = new();
    }

    /// <summary>The process stops: pages come back to another.</summary>
    public sealed record Closed : RoomEvent
    {
        public static readonly Closed Now = new();
    }
}
