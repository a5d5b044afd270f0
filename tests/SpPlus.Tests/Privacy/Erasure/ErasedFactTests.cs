using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using SpPlus.Contracts.Experiences;
using SpPlus.Silo.Experiences;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Privacy.Erasure;
using SpPlus.Tests.Experiences;
using Xunit;

namespace SpPlus.Tests.Privacy.Erasure;

public sealed class ErasedFactTests
{
    private const string Marker = "zzmarkerzz";

    /// <summary>Codes, and what says who an agent is: a new text of a fact is to be erased, or to be listed here on purpose.</summary>
    private static readonly HashSet<string> NoWords =
    [
        "ExperienceSubmitted.Department", "ExperienceSubmitted.Country", "ExperienceSubmitted.Campaign", "ExperienceSubmitted.Language",
        "ExperienceSubmitted.TrackingTokenHash", "ExperienceSubmitted.Source", "ExperienceRejected.Reason", "ExperienceReported.Reason", "ResponseAssigned.Subject", "ResponseAssigned.Name",
        // A structure's own public commitment, to everybody.
        "ImprovementActionPublished.Title", "ImprovementActionPublished.Text", "ImprovementActionAmended.Title", "ImprovementActionAmended.Text", "ImprovementActionTied.Title",
    ];

    [Fact]
    public void No_kind_of_fact_keeps_a_word_after_an_erasure() => Assert.All(FactKinds.Stored, kind =>
    {
        var stored = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Compatibility", "v1", kind + ".json")))!;
        var fact = FactKinds.Read(kind, stored["body"]!.ToJsonString());
        foreach (var property in fact.GetType().GetProperties().Where(p => p.CanWrite)) Fill(fact, property);

        Assert.DoesNotContain(Marker, FactKinds.Write(ErasedFacts.Of(fact, Reach.EveryWord) ?? fact), StringComparison.Ordinal);
    });

    [Fact]
    public void Facts_without_their_author_s_words_fold_to_the_state_that_a_withdrawal_left() => FoldsToTheSame(Reach.AuthorsWords);

    [Fact]
    public void Facts_without_any_word_fold_to_the_state_that_an_erasure_left() => FoldsToTheSame(Reach.EveryWord);

    private static void FoldsToTheSame(Reach reach)
    {
        var rewritten = 0;
        Gen.Int.Sample(
            seed =>
            {
                foreach (var facts in Histories(seed).Where(f => f.Any(r => Asks(r.Fact, reach))))
                {
                    Recorded[] erased = [.. facts.Select(r => r with { Fact = ErasedFacts.Of(r.Fact, reach) ?? r.Fact })];
                    Interlocked.Add(ref rewritten, erased.Zip(facts).Count(p => p.First.Fact != p.Second.Fact));
                    Assert.Equal(Json(facts), Json(erased));
                }
            }, iter: 40);
        Assert.True(rewritten > 100, $"{rewritten} facts had words");
    }

    private static bool Asks(Fact fact, Reach reach) => reach == Reach.EveryWord ? fact is ErasureAsked : fact is ExperienceWithdrawn;

    private static void Fill(Fact fact, PropertyInfo property)
    {
        if (property.PropertyType == typeof(string) && !NoWords.Contains($"{fact.GetType().Name}.{property.Name}")) property.SetValue(fact, Marker);
        else if (property.PropertyType == typeof(ResponseText)) property.SetValue(fact, new ResponseText { Courtesy = Marker, Text = Marker, Signature = Marker });
    }

    private static Dictionary<ExperienceId, List<Recorded>>.ValueCollection Histories(int seed)
    {
        var (workload, histories) = (new Workload(seed), new Dictionary<ExperienceId, List<Recorded>>());
        for (var i = 0; i < 400; i++)
        {
            var append = workload.Next();
            if (!histories.TryGetValue(append.Experience, out var history)) histories.Add(append.Experience, history = []);
            history.AddRange(append.Facts.Select((fact, index) => append.ToRecorded(index, fact)));
        }

        return histories.Values;
    }

    private static string Json(IEnumerable<Recorded> facts) =>
        JsonSerializer.Serialize(facts.Aggregate(Experience.None, Fold.Apply), StoredJson.Context.Experience);
}
