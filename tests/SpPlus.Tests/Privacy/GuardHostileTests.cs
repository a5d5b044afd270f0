using System.Diagnostics;
using SpPlus.Silo.Privacy;
using SpPlus.Silo.Privacy.Guard;
using Xunit;
using Xunit.Abstractions;

namespace SpPlus.Tests.Privacy;

/// <summary>What a text is made of to keep a rule busy: each rule's beginnings, over and over, and never an end.</summary>
public sealed class GuardHostileTests(ITestOutputHelper output)
{
    private const int Length = 10_000;
    private const int Runs = 12;
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(50);

    private static readonly string[] Repeated =
    [
        "0", "0 ", "06 39 ", "+33 (0)6 ", "00 33 ", "a@", "a.", "a arobase ", "a point ", "M. ", "Mme de la ", "M. d'A-", "dossier n° ",
        "dossier A-1-", "1 rue de la ", "1 bis rue A-b ",
        "résidence Aa bât ", "fr76 3000 ", "zéro six ", "quatre-vingt-", "12 AB ", "AB-123-", "2 85 05 2A ", "1", "a", "-.(/",
        "\u00e9\u0301", "\ud83d\ude00", "\u200b0\u200b6", "\n",
    ];

    [Fact]
    public void No_rule_takes_more_than_fifty_milliseconds_on_ten_thousand_hostile_characters()
    {
        var texts = Repeated.Select(r => Text(r, Length)).ToArray();
        foreach (var text in texts) _ = PersonalData.In(text);
        var slow = new List<string>();
        foreach (var rule in PersonalData.Rules)
        {
            var (worst, which) = texts.Select((text, i) => (Best(rule, text), Repeated[i])).Max();
            output.WriteLine($"{rule.GetType().Name,-20} {worst.TotalMilliseconds,6:F1} ms at worst, on [{which}]");
            if (worst > Most) slow.Add($"{rule.GetType().Name} on [{which}]: {worst.TotalMilliseconds:F1} ms");
        }

        Assert.Empty(slow);
    }

    // The best of several: a busy machine makes a run slower, never faster.
    private static TimeSpan Best(PersonalDataRule rule, string text) => Enumerable.Range(0, Runs).Min(run =>
    {
        var guarded = new GuardedText(text);
        var start = Stopwatch.GetTimestamp();
        _ = rule.In(guarded).Count();
        return Stopwatch.GetElapsedTime(start);
    });

    private static string Text(string repeated, int length) => string.Concat(Enumerable.Repeat(repeated, (length / repeated.Length) + 1))[..length];
}
