namespace SpPlus.AppHost;

/// <summary>Parts of the standalone stack, each a program of its own.</summary>
internal static class PartExtensions
{
    public static IResourceBuilder<ExecutableResource> AddPart(this IDistributedApplicationBuilder builder, StackSettings stack, string part)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(stack.Root, "dev", "SpPlus.Standalone", "bin", output.Parent!.Name, output.Name, "SpPlus.Standalone.dll");
        return builder.AddExecutable($"{part}-server", "dotnet", stack.Root, program, "part", part, "--data", stack.Data);
    }

    /// <summary>Gives the part a port by this option, and says where others find it.</summary>
    public static EndpointReference Listening(this IResourceBuilder<ExecutableResource> part, string option, string name = "tcp")
    {
        part.WithEndpoint(scheme: "tcp", name: name);
        var endpoint = part.GetEndpoint(name);
        part.WithArgs(option, endpoint.Property(EndpointProperty.TargetPort));
        return endpoint;
    }
}
