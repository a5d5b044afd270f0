namespace SpPlus.DevIdentity.Personas;

public sealed class PersonaDirectory(IReadOnlyList<Persona> personas)
{
    public IEnumerable<IGrouping<string, Persona>> Groups => personas.GroupBy(persona => persona.Group);

    public Persona? Find(string? subject) =>
        personas.FirstOrDefault(persona => string.Equals(persona.Subject, subject, StringComparison.Ordinal));
}
