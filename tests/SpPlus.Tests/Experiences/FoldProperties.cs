using System.Text.Json;
using CsCheck;
using SpPlus.Contracts.Accounts;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Tests.Experiences.Decisions;
using Xunit;
using static SpPlus.Tests.Experiences.TestReference;

namespace SpPlus.Tests.Experiences;

public sealed class FoldProperties
{
    private static readonly string[] Structures = ["caf-gironde", "cpam-gironde", "france-travail"];

    [Fact]
    public void Folding_the_same_facts_again_gives_the_same_state() => Gen.Int.Sample(
        seed =>
        {
            foreach (var facts in Histories(seed)) Assert.Equal(Json(Folded(facts)), Json(Folded(facts)));
        }, iter: 60);

    [Fact]
    public void A_snapshot_taken_anywhere_and_the_facts_after_it_give_what_all_the_facts_give() => Gen.Select(Gen.Int, Gen.Double.Unit).Sample(
        (seed, where) =>
        {
            foreach (var facts in Histories(seed))
            {
                var cut = (int)(where * facts.Count);
                var snapshot = JsonSerializer.Deserialize(Json(Folded(facts[..cut])), StoredJson.Context.Experience)!;
                Assert.Equal(Json(Folded(facts)), Json(facts[cut..].Aggregate(snapshot, Fold.Apply)));
            }
        }, iter: 60);

    [Fact]
    public void Every_fact_survives_being_written_and_read() => Gen.Int.Sample(
        seed =>
        {
            foreach (var fact in Histories(seed).SelectMany(f => f).Select(r => r.Fact))
            {
                var body = FactKinds.Write(fact);
                Assert.Equal(body, FactKinds.Write(FactKinds.Read(FactKinds.NameOf(fact), body)));
            }
        }, iter: 60);

    [Fact]
    public void Every_operation_is_remembered_with_the_version_that_its_part_had() => Gen.Int.Sample(
        seed =>
        {
            foreach (var facts in Histories(seed))
            {
                var state = Folded(facts);
                Assert.Equal(facts.Select(f => f.OperationId).Distinct().Order(), state.Operations.Keys.Order());
                for (var i = 1; i <= facts.Count; i++)
                {
                    if (i < facts.Count && facts[i].OperationId == facts[i - 1].OperationId) continue;
                    Assert.Equal(Folded(facts[..i]).Operations[facts[i - 1].OperationId], state.Operations[facts[i - 1].OperationId]);
                }
            }
        }, iter: 20);

    [Fact]
    public void Structures_that_work_at_the_same_time_are_all_accepted_in_any_order_and_none_is_lost()
    {
        var alone = Structures.ToDictionary(s => s, s => Standing(Work(s).Aggregate(Fresh, (an, step) => step(an)), s));
        Gen.Shuffle(Structures.SelectMany(s => Enumerable.Repeat(s, Work(s).Length)).ToArray()).Sample(
            order =>
            {
                var (an, next) = (Fresh, Structures.ToDictionary(s => s, _ => 0));
                foreach (var structure in order) an = Work(structure)[next[structure]++](an);
                foreach (var structure in Structures) Assert.Equal(alone[structure], Standing(an, structure));
                Assert.Equal(Structures.Length * 2, an.State.Comments.Count);
                Assert.Equal(AnswerStatus.Answered, an.State.AnswerStatus());
            }, iter: 300);
    }

    private static An Fresh => An.Experience.Published([.. Structures, "msa-gironde"]).AnsweredBy("msa-gironde");

    /// <summary>What one structure does, each step as well informed as that structure alone can make it.</summary>
    private static Func<An, An>[] Work(string structure)
    {
        var (agent, validator) = (Account(Profile.Agent, structure), Account(Profile.SuperAgent, structure));
        return
        [
            an => Accepted(an, New.Draft(structure, 0, An.Text("Début de " + structure)), agent),
            an => Accepted(an, New.Comment("De " + structure), agent),
            an => Accepted(an, New.Channels(structure, 0, "phone"), agent),
            an => Accepted(an, New.Validation(structure, 1, An.Text("Réponse de " + structure)), agent),
            an => Accepted(an, New.Improvements(structure, 0, "shorten-delays"), agent),
            an => Accepted(an, New.Comment("Encore de " + structure), agent),
            an => structure == "cpam-gironde"
                ? Accepted(an, New.Adoption(structure, 2, "msa-gironde"), validator)
                : Accepted(an, New.Response(structure, 2, An.Text("Réponse de " + structure)), validator),
        ];
    }

    private static An Accepted(An an, ExperienceCommand command, Silo.Accounts.Account by)
    {
        Assert.Equal(Refusal.None, an.Refusal(command, by));
        return an.Then(command, an.By(by));
    }

    private static string Standing(An an, string structure) =>
        JsonSerializer.Serialize(an.State.StandingOf(Id(structure)), StoredJson.Context.Standing);

    private static List<List<Recorded>> Histories(int seed)
    {
        var workload = new Workload(seed, 3);
        return Enumerable.Range(0, 80).Select(_ => workload.Next())
            .SelectMany(append => append.Facts.Select((fact, i) => append.ToRecorded(i, fact)))
            .GroupBy(r => r.Experience).Select(g => g.ToList()).ToList();
    }

    private static Experience Folded(List<Recorded> facts) => facts.Aggregate(Experience.None, Fold.Apply);

    private static string Json(Experience experience) => JsonSerializer.Serialize(experience, StoredJson.Context.Experience);
}
