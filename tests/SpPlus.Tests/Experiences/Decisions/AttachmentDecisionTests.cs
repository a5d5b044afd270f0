using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Accounts;
using SpPlus.Silo.Experiences.Facts;
using Xunit;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.Experiences.Decisions;

public sealed class AttachmentDecisionTests
{
    private const string Drfip = "drfip-gironde";
    private static readonly Account Agent = Account(Profile.Agent, Drfip);

    [Theory]
    [InlineData("sip-libourne", Refusal.None)]
    [InlineData(Drfip, Refusal.NotADescendant)]
    [InlineData("dgfip", Refusal.NotADescendant)]
    [InlineData("caf-gironde", Refusal.NotADescendant)]
    [InlineData("no-such-structure", Refusal.NotADescendant)]
    [InlineData("sip-arcachon", Refusal.AlreadyConcerned)]
    public void A_structure_is_replaced_by_one_of_its_descendants_that_is_not_concerned_yet(string by, Refusal expected) =>
        Assert.Equal(expected, An.Experience.Published(Drfip, "sip-arcachon").Refusal(New.Replacement(Drfip, by), Agent));

    [Fact]
    public void The_draft_of_a_structure_that_was_replaced_is_kept()
    {
        var replaced = An.Experience.Published(Drfip).DraftedBy(Drfip, text: "Commencé");
        replaced = replaced.Then(New.Replacement(Drfip, "sip-libourne"), replaced.By(Agent));
        Assert.Equal("Commencé", Assert.Single(replaced.State.Former).Draft!.Response.Text);
        Assert.Equal(ResponseStatus.ToDo, Assert.Single(replaced.State.Standings).Status);
    }

    [Fact]
    public void A_structure_that_has_answered_cannot_be_replaced_nor_taken_off()
    {
        var answered = An.Experience.Published(Drfip, "caf-gironde").AnsweredBy(Drfip);
        Assert.Equal(Refusal.WrongStatus, answered.Refusal(New.Replacement(Drfip, "sip-libourne"), Agent));
        Assert.Equal(Refusal.WrongStatus, answered.Refusal(New.Routing(2, "caf-gironde"), Moderator));
        Assert.Equal(Refusal.None, answered.Refusal(New.Routing(2, Drfip), Moderator));
    }

    [Fact]
    public void The_last_concerned_structure_cannot_say_that_it_is_not()
    {
        Assert.Equal(Refusal.LastStructure, An.Experience.Published(Drfip).Refusal(New.NotConcerned(Drfip, 0), Agent));
        var two = An.Experience.Published(Drfip, "caf-gironde");
        Assert.Equal(Refusal.None, two.Refusal(New.NotConcerned(Drfip, 0), Agent));
        Assert.Equal(Refusal.LastStructure, two.NotConcerned("caf-gironde").Refusal(New.NotConcerned(Drfip, 0), Agent));
    }

    [Fact]
    public void A_structure_that_said_it_is_not_concerned_is_concerned_again_when_the_DITP_says_so()
    {
        var two = An.Experience.Published(Drfip, "caf-gironde").NotConcerned(Drfip);
        Assert.Equal(Refusal.StaleVersion, two.Refusal(New.Routing(2, Drfip), Moderator));
        var routed = two.Then(New.Routing(3, Drfip), two.By(Moderator));
        var standing = Assert.Single(routed.State.Standings);
        Assert.Equal((Drfip, ResponseStatus.ToDo), (standing.Structure.Value, standing.Status));
        Assert.Equal(Refusal.None, routed.Refusal(New.Draft(Drfip, standing.Version), Agent));
    }

    [Fact]
    public void A_routing_that_was_read_before_another_is_refused_with_the_current_version()
    {
        var routed = An.Experience.Published(Drfip, "caf-gironde");
        var refused = routed.Decide(New.Routing(1, Drfip), Moderator).Refused!;
        Assert.Equal((Refusal.StaleVersion, 2), (refused.Refusal, refused.Version));
    }

    [Fact]
    public void A_routing_names_what_leaves_and_what_comes_and_nothing_else()
    {
        var facts = An.Experience.Published(Drfip, "caf-gironde").Decide(New.Routing(2, Drfip, "cpam-gironde"), Moderator).Facts;
        Assert.Equal("caf-gironde", Assert.IsType<StructureDetached>(facts[0]).Structure.Value);
        Assert.Equal("cpam-gironde", Assert.IsType<StructureAttached>(facts[1]).Structure.Value);
        Assert.Equal(2, facts.Length);
    }

    [Theory]
    [InlineData(FieldProblem.Missing)]
    [InlineData(FieldProblem.Malformed, "caf-gironde", "caf-gironde")]
    [InlineData(FieldProblem.Unknown, "no-such-structure")]
    public void A_publication_names_structures_that_exist_each_once(FieldProblem problem, params string[] structures) =>
        Assert.Equal(problem, Assert.Single(An.Experience.Decide(New.Publication(structures), Moderator).Refused!.Errors).Problem);
}
