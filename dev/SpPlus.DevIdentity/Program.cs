using Microsoft.AspNetCore.DataProtection;
using SpPlus.DevIdentity.Personas;
using SpPlus.DevIdentity.Provider;
using SpPlus.DevIdentity.SignIn;
using SpPlus.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
if (!builder.Environment.IsDevelopment())
{
    // Anybody who can reach this provider can be anybody.
    await Console.Error.WriteLineAsync("SpPlus.DevIdentity signs people in without a password: it only starts where ASPNETCORE_ENVIRONMENT is Development.");
    return 1;
}

builder.AddServiceDefaults();
builder.AddPersonas();
builder.AddProvider();
builder.Services.AddRazorComponents();
builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();

var app = builder.Build();
app.UseAuthentication();
app.MapSignIn();
app.MapDefaultEndpoints();
await app.RunAsync();
return 0;
