namespace SpPlus.AppHost;

/// <summary>Where PostgreSQL, Redis, blobs and mail come from: <c>--stack:mode containers|executables|external</c>.</summary>
internal enum StackMode
{
    /// <summary>Needs a container runtime.</summary>
    Containers,

    /// <summary>Programs of this machine, started by the standalone's parts.</summary>
    Executables,

    /// <summary>Servers that exist already, under <c>ConnectionStrings</c> and <c>Mail</c> in the configuration.</summary>
    External,
}
