using System.Reflection;
using SpPlus.Contracts.Reference;

namespace SpPlus.Tests.Web.Restart;

/// <summary>A silo that does not give its lists until it is told to; everything else it answers.</summary>
public class LateReference : DispatchProxy
{
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IGrainFactory grains = null!;
    private int times;
    private volatile bool gives;

    /// <summary>Completed once the lists were asked for twice in vain: whoever waits for them goes on waiting.</summary>
    public Task AskedAgain => asked.Task;

    public static (IGrainFactory Grains, LateReference Late) Before(IGrainFactory grains)
    {
        var factory = Create<IGrainFactory, LateReference>();
        var late = (LateReference)(object)factory;
        late.grains = grains;
        return (factory, late);
    }

    public void Gives() => gives = true;

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (gives || targetMethod!.ReturnType != typeof(IReferenceGrain)) return targetMethod!.Invoke(grains, args);
        if (++times == 2) asked.SetResult();
        throw new TimeoutException();
    }
}
