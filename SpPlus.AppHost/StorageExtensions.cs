namespace SpPlus.AppHost;

internal static class StorageExtensions
{
    public static Storage AddStorage(this IDistributedApplicationBuilder builder, StackSettings stack) => stack.Mode switch
    {
        StackMode.Containers => builder.AddContainers(stack),
        StackMode.Executables => builder.AddExecutables(stack),
        StackMode.External => new(builder.AddConnectionString("spplus"), builder.AddConnectionString("redis"), builder.AddConnectionString("blobs")),
        _ => throw new InvalidOperationException($"{stack.Mode} is not a way to get storage."),
    };

    public static IResourceBuilder<ProjectResource> WithStorage(this IResourceBuilder<ProjectResource> project, Storage storage) => project
        .WithReference(storage.Database).WaitFor(storage.Database)
        .WithReference(storage.Redis).WaitFor(storage.Redis)
        .WithReference(storage.Blobs).WaitFor(storage.Blobs);

    private static Storage AddContainers(this IDistributedApplicationBuilder builder, StackSettings stack)
    {
        var database = builder.AddPostgres("postgres").WithDataVolume().AddDatabase("spplus");
        var redis = builder.AddRedis("redis");
        // The emulator is no production storage: who publishes says which account to use.
        return stack.IsRunning
            ? new(database, redis, builder.AddAzureStorage("storage").RunAsEmulator().AddBlobs("blobs"))
            : new(database, redis, builder.AddConnectionString("blobs"));
    }

    private static Storage AddExecutables(this IDistributedApplicationBuilder builder, StackSettings stack)
    {
        var database = builder.AddPart(stack, "postgresql").Listening("--port");
        var redis = builder.AddPart(stack, "redis").Listening("--port");
        var blobs = builder.AddPart(stack, "blobs").Listening("--port");
        var host = database.Property(EndpointProperty.Host);
        var port = database.Property(EndpointProperty.Port);
        var password = stack.Secrets.DatabasePassword;
        var redisAddress = redis.Property(EndpointProperty.HostAndPort);
        var blobAddress = blobs.Property(EndpointProperty.HostAndPort);
        var key = stack.Secrets.BlobKey;
        return new(
            builder.AddConnectionString("spplus", ReferenceExpression.Create($"Host={host};Port={port};Username=spplus;Password={password};Database=spplus")),
            builder.AddConnectionString("redis", ReferenceExpression.Create($"{redisAddress}")),
            builder.AddConnectionString("blobs", ReferenceExpression.Create(
                $"DefaultEndpointsProtocol=http;AccountName=spplus;AccountKey={key};BlobEndpoint=http://{blobAddress}/spplus;")));
    }
}
