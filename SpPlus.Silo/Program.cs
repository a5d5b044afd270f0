using SpPlus.ServiceDefaults;
using SpPlus.Silo;
using SpPlus.Silo.Import;

if (SiloCommands.Start(args) is { } command) return await command;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddSpPlusSilo();

var app = builder.Build();
app.MapDefaultEndpoints();
app.Run();
return 0;
