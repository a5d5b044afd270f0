using System.Security.Cryptography;
using System.Text;
using SpPlus.Silo.Experiences.Facts;
using SpPlus.Silo.Journal;

namespace SpPlus.Silo.Import;

/// <summary>
/// The words of an imported experience as a digest, the same from its facts and from the journal. Not its tags or structures: they
/// come out otherwise once the directory knows more, and the experience is still the same.
/// </summary>
internal static class ImportedContent
{
    /// <summary>Of <c>f</c>, the facts of one operation; null when none of them holds words.</summary>
    public const string Sql = """
        encode(sha256(convert_to(string_agg(
            concat_ws(E'\n', f.body ->> 'title', f.body ->> 'story', f.body -> 'response' ->> 'text'), E'\n' order by f.sequence), 'UTF8')), 'hex')
        """;

    public static readonly string[] Kinds = FactKinds.NamesOf(typeof(ExperiencePublished), typeof(ResponsePublished));

    public static string Of(Append append) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', append.Facts.SelectMany(Words)))));

    private static IEnumerable<string> Words(Fact fact) => fact switch
    {
        ExperiencePublished published => [published.Title, published.Story],
        ResponsePublished published => [published.Response.Text],
        _ => [],
    };
}

/// <summary>An experience that has a history: the source it was imported from and the digest of what was, if it was.</summary>
internal readonly record struct KnownExperience(string? Source, string? Content);
