using SpPlus.Standalone.Check;
using Xunit;

namespace SpPlus.Tests.Web.Restart;

/// <summary>What somebody finds after pressing a button.</summary>
internal static class PersonExtensions
{
    public static async Task IsRefused(this Browser person, string button, int status)
    {
        var refusal = await Assert.ThrowsAsync<CheckException>(() => person.PressAsync(button, CancellationToken.None));
        Assert.Contains($" answered {status}", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>All of it is in the form that is on the screen, ready to be sent again.</summary>
    public static async Task Keeps(this Browser person, string form, IEnumerable<(string Name, string Value)> typed)
    {
        var fields = (await person.FieldsAsync(form)).Select(field => (field.Name, field.Value.ReplaceLineEndings("\n"))).ToHashSet();
        Assert.All(typed, field => Assert.Contains(field, fields));
    }
}
