using System.Text.Json;
using SpPlus.Contracts.Accounts;
using SpPlus.Standalone.Folders;
using Xunit;

namespace SpPlus.Tests.Stack;

public sealed class PersonaTests
{
    private static readonly JsonElement[] Personas = JsonSerializer.Deserialize<JsonElement[]>(
        File.ReadAllText(Path.Combine(Checkout.Root, "dev", "SpPlus.DevIdentity", "personas.json")))!;

    [Fact]
    public void Each_stands_in_a_structure_of_the_reference_data()
    {
        var structures = File.ReadLines(Path.Combine(Checkout.Root, "SpPlus.Silo", "Reference", "structures.csv"))
            .Select(line => line.Split(',')[0]).ToHashSet(StringComparer.Ordinal);

        Assert.All(Personas, persona => Assert.Contains(Text(persona, "structure"), structures));
    }

    [Fact]
    public void Each_has_a_profile_that_exists_and_a_subject_of_its_own()
    {
        Assert.All(Personas, persona => Assert.True(Enum.TryParse<Profile>(Text(persona, "profile"), out _)));
        Assert.Equal(Personas.Length, Personas.Select(persona => Text(persona, "subject")).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("caf-gironde", "cnaf")]
    [InlineData("cpam-gironde", "cnam")]
    [InlineData("drfip-gironde", "dgfip")]
    public void Three_networks_have_all_four_profiles(string structure, string network)
    {
        Assert.Equal([Profile.Reader, Profile.Agent, Profile.SuperAgent], ProfilesAt(structure));
        Assert.Equal([Profile.NetworkAdministrator], ProfilesAt(network));
    }

    [Fact]
    public void The_DITP_has_two_moderators_and_an_administrator() =>
        Assert.Equal([Profile.Moderator, Profile.Moderator, Profile.StewardAdministrator], ProfilesAt("ditp"));

    private static IEnumerable<Profile> ProfilesAt(string structure) => Personas
        .Where(persona => Text(persona, "structure") == structure)
        .Select(persona => Enum.Parse<Profile>(Text(persona, "profile")))
        .Order();

    private static string Text(JsonElement persona, string name) => persona.GetProperty(name).GetString()!;
}
