using SpPlus.AppHost;

var builder = DistributedApplication.CreateBuilder(args);
builder.AddDockerComposeEnvironment("compose");

var stack = StackSettings.Read(builder);
var storage = builder.AddStorage(stack);
var mail = builder.AddMail(stack);

var grains = storage.Database.WithOrleansProviderType("AdoNet");
var orleans = builder.AddOrleans("cluster")
    .WithClustering(storage.Redis.WithOrleansProviderType("Redis"))
    .WithGrainStorage("Default", grains)
    .WithReminders(grains);

var silo = builder.AddProject<Projects.SpPlus_Silo>("silo", launchProfileName: null)
    .WithReference(orleans)
    .WithStorage(storage)
    .WithMail(mail)
    .WithAdoNetProviders()
    .WithVault(stack)
    .WithDevelopment(stack)
    .WithHttpEndpoint()
    .WithHttpHealthCheck("/health")
    .WithReplicas(stack.Silos);

var web = builder.AddProject<Projects.SpPlus_Web>("web", launchProfileName: null)
    .WithReference(orleans.AsClient())
    .WithReference(silo)
    .WithStorage(storage)
    .WithDevelopment(stack)
    .WithHttpEndpoint(port: stack.WebPort)
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health")
    .WithReplicas(stack.Webs)
    .WaitFor(silo);

builder.AddIdentity(stack, web);
var publicAddress = stack.IsRunning ? null : builder.AddParameter("public-address");
silo.WithPublicAddress(web, publicAddress);
web.WithPublicAddress(web, publicAddress);

builder.Build().Run();
