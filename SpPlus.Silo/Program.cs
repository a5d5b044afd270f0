using SpPlus.ServiceDefaults;
using SpPlus.Silo;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddSpPlusSilo();

var app = builder.Build();
app.MapDefaultEndpoints();
app.Run();
