using SpPlus.Contracts.Experiences;
using SpPlus.Web.Moderation;
using Xunit;

namespace SpPlus.Tests.Web;

/// <summary>After an outcome that nobody knows, the form is posted again: the same decision once, another one never in its place.</summary>
public sealed class ModerationOperationTests
{
    private static readonly (string Name, string Value)[] Form =
    [
        ("operation", "6f1ed2a4-0a8e-4a52-9c5c-6d2b6a0d5a11"), ("version", "0"), ("structure", "caf-gironde"),
        ("titre", "Un titre"), ("recit", "Un récit"), ("mots", "Un mot"), ("motif", "offensive"),
    ];

    [Theory]
    [InlineData("publier")]
    [InlineData("moderer")]
    [InlineData("rejeter")]
    [InlineData("acheminer")]
    public async Task The_same_decision_posted_twice_is_one_operation(string decision) =>
        Assert.Equal(await OperationOf([.. Form, ("decision", decision)]), await OperationOf([.. Form, ("decision", decision)]));

    [Fact]
    public async Task Another_decision_another_text_another_structure_or_another_form_is_another_operation()
    {
        Guid[] operations =
        [
            await OperationOf([.. Form, ("decision", "publier")]),
            await OperationOf([.. Form, ("decision", "moderer")]),
            await OperationOf([.. Form, ("decision", "rejeter")]),
            await OperationOf([.. Form.Where(f => f.Name != "mots"), ("mots", "Un autre mot"), ("decision", "moderer")]),
            await OperationOf([.. Form, ("structure", "cpam-gironde"), ("decision", "publier")]),
            await OperationOf([.. Form.Where(f => f.Name != "operation"), ("operation", Guid.NewGuid().ToString()), ("decision", "publier")]),
        ];
        Assert.Equal(operations.Length, operations.Distinct().Count());
    }

    [Fact]
    public async Task Confirming_a_decision_is_the_decision() => Assert.Equal(
        await OperationOf([.. Form, ("decision", "publier")]), await OperationOf([.. Form, ("decision", ModerationChoice.Confirming("publier"))]));

    [Fact]
    public async Task Only_a_confirmed_routing_is_saved_over_the_one_that_was_shown()
    {
        (string, string)[] form = [.. Form.Where(f => f.Name != "version"), ("version", "2"), ("version-vue", "5")];
        Assert.Equal(2, ((RouteExperience)await CommandOf([.. form, ("decision", "acheminer")])).ExpectedVersion);
        Assert.Equal(5, ((RouteExperience)await CommandOf([.. form, ("decision", ModerationChoice.Confirming("acheminer"))])).ExpectedVersion);
    }

    private static async Task<Guid> OperationOf((string, string)[] fields) => (await CommandOf(fields)).OperationId;

    private static async Task<ExperienceCommand> CommandOf((string, string)[] fields)
    {
        var form = await FormOf.Fields(fields);
        return ModerationCommands.From(ModerationChoice.Of(form), ModerationDraft.Of(form), form)!;
    }
}
