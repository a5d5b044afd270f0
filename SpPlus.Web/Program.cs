using SpPlus.ServiceDefaults;
using SpPlus.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddSpPlusClient();
builder.AddSpPlusWeb();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapSpPlusWeb();
app.Run();
