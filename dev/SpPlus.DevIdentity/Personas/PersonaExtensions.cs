using System.Text.Json;

namespace SpPlus.DevIdentity.Personas;

internal static class PersonaExtensions
{
    public static void AddPersonas(this WebApplicationBuilder builder)
    {
        var path = builder.Configuration["Accounts:DevelopmentFile"] ?? Path.Combine(AppContext.BaseDirectory, "personas.json");
        var personas = JsonSerializer.Deserialize<Persona[]>(File.ReadAllText(path), JsonSerializerOptions.Web);
        builder.Services.AddSingleton(new PersonaDirectory(personas ?? []));
    }
}
